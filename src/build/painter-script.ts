import type { Rolldown } from 'vite'
import { classicScript } from './classic-script.ts'
import { drawPictures } from './draw-pictures.ts'

export type PaintedPage = {
  /** What stands in front of the app: the pictures. */
  readonly pictures: string
  readonly painter: Rolldown.OutputChunk
}

/** Draws the pictures, and builds the script that fills them in, with the words that are in them. */
export async function buildPainter(): Promise<PaintedPage> {
  const drawn = Object.entries(await drawPictures())
  const words = new Set(
    drawn.flatMap(([, markup]) => [...markup.matchAll(/\[\[#(.{6})/g)].map(([, id = '']) => id)),
  )
  return {
    pictures: drawn
      .map(([name, markup]) => `<template id="picture-${name}">${tidied(markup)}</template>`)
      .join('\n'),
    painter: await classicScript('src/painter/painter.ts', {
      xmlPolicy: 'painter-xml',
      drawsBy: 'nothing',
      words,
    }),
  }
}

/** As the page's own markup is written, which React's differs from in a few ways, and in ASCII. */
function tidied(markup: string): string {
  return markup
    .replace(/ (?!viewBox|pathLength)[a-z]+[A-Z]\w*=(?=")/g, (name) => name.toLowerCase())
    .replace(/ (selected|open|novalidate|hidden|disabled|checked)=""/g, ' $1')
    .replace(/\b_R_([a-z\d]+)_(?=["\s-])/g, 'part-$1')
    .replace(/[^\0-\x7f]/gu, (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`)
}
