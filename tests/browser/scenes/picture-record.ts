import { deflateSync, inflateSync } from 'node:zlib'
import { chunk } from './small-png.ts'

/**
 * What a picture shows, as text inside of it. Pixels differ with the fonts of a computer, words and styles do not: a
 * picture is out of date when the page of today has another record. Kept in the picture, because a file beside it could be
 * renewed alone.
 */
export type PictureRecord = {
  /** Each element that is seen, with its own words and a number for its colours, borders, spaces and shapes. */
  readonly shown: readonly string[]
  /** How wide the page's font draws a sentence: the same only where fonts are the same. */
  readonly font: number
}

const KEYWORD = 'Setup Plex'
const SIGNATURE_LENGTH = 8

/** Read in the page: `shown` of a record. Times differ each time. */
export const SHOWN = `(() => {
  const styles = ['color', 'backgroundColor', 'borderTopWidth', 'borderTopColor', 'borderBottomWidth', 'borderBottomColor',
    'borderRadius', 'padding', 'fontSize', 'fontWeight', 'gap', 'opacity', 'fill', 'stroke', 'strokeWidth']
  const digest = (text) => [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261)
  return [...document.body.querySelectorAll('*')].filter((element) => {
    const { width, height } = element.getBoundingClientRect()
    return element.checkVisibility() && (width > 1 || height > 1)
  }).map((element) => {
    const words = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join(' ')
    const style = getComputedStyle(element)
    const looks = [...styles.map((name) => style[name]), element.getAttribute('d'), element.getAttribute('viewBox')]
    return [element.localName, digest(looks.join(';')).toString(36), words.replace(/\\d+ ms|now|(one|\\d+) seconds? ago/g, 'SOME TIME').trim()].join(' ').trim()
  })
})()`

/** Read in the page: `font` of a record. */
export const FONT = `(() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')
  pen.font = '100px ' + getComputedStyle(document.body).fontFamily
  return pen.measureText('Your server is ready: 192.168.1.10').width
})()`

/** The same PNG with this record in it. */
export function withRecord(png: Buffer, record: PictureRecord): Buffer {
  // Compressed text in UTF-8, without a language or a translation of the keyword.
  const head = Buffer.from(`${KEYWORD}\0\x01\0\0\0`, 'latin1')
  const text = chunk('iTXt', Buffer.concat([head, deflateSync(JSON.stringify(record), { level: 9 })]))
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([png.subarray(0, png.length - end.length), text, end])
}

/** The record in a PNG; null where there is none. */
export function recordIn(png: Buffer): PictureRecord | null {
  for (let at = SIGNATURE_LENGTH; at < png.length;) {
    const length = png.readUInt32BE(at)
    const data = png.subarray(at + 8, at + 8 + length)
    const isOurs = data.toString('latin1', 0, KEYWORD.length) === KEYWORD
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt' && isOurs) {
      return JSON.parse(inflateSync(data.subarray(KEYWORD.length + 5)).toString()) as PictureRecord
    }
    at += 12 + length
  }
  return null
}
