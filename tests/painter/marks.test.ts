import { describe, expect, it } from 'vitest'
import { breakable, filled, markFor, markForMessage, piecesOf } from '../../src/painter/marks.ts'

const spoken = (mark: unknown): string => (typeof mark === 'string' ? `<${mark}>` : JSON.stringify(mark))

describe('a mark', () => {
  it('stands for a value by its name', () => {
    expect(filled(`at ${markFor('host')}, ${markFor('port')}`, spoken)).toBe('at <host>, <port>')
  })

  it('stands for a message, with the names of its values', () => {
    const mark = markForMessage(
      '5lWFkC',
      { host: markFor('line'), count: 3, name: 'Attic' },
      { name: 'Attic' },
    )
    expect(filled(mark, spoken)).toBe(
      JSON.stringify({ id: '5lWFkC', values: { host: 'line', count: { is: 3 }, name: 'name' } }),
    )
  })

  it('stands for a message without values', () => {
    expect(markForMessage('5lWFkC', {}, {})).toBe('[[#5lWFkC]]')
    expect(filled('[[#5lWFkC]]', spoken)).toBe('{"id":"5lWFkC","values":{}}')
  })

  it('is only what is one from end to end', () => {
    const values = { before: `x${markFor('line')}`, after: `${markFor('line')}x`, all: markFor('line') }
    expect(markForMessage('5lWFkC', values, {})).toBe(
      '[[#5lWFkC{"before":{"is":"x[[line]]"},"after":{"is":"[[line]]x"},"all":"line"}]]',
    )
  })

  it('is nothing that a value brings with it', () => {
    expect(filled(markFor('name'), () => '[[host]]')).toBe('[[host]]')
    expect(piecesOf(markFor('name'), () => '[n]a.b')).toEqual(['[n]a.b'])
  })
})

describe('text that holds an address', () => {
  it('may break inside it, in a narrow place more often', () => {
    const pieces = (host: string, narrow: boolean) => piecesOf(breakable(markFor('host'), narrow), () => host)
    expect(pieces('attic-nas-upstairs.local:32400', false)).toEqual(['attic-nas-upstairs.local', ':32400'])
    expect(pieces('192.168.1.10:32400', false)).toEqual(['192.168.1.10:32400'])
    expect(pieces('192.168.1.10:32400', true)).toEqual(['192.168.1.10', ':32400'])
  })

  it('is all of it, over several lines', () => {
    expect(piecesOf(breakable('a\nb', false), String).join('')).toBe('a\nb')
  })

  it('is told apart from any other', () => {
    expect(piecesOf('http://attic.local', String)).toEqual(['http://attic.local'])
    expect(piecesOf('x[n]http://attic.local', String)).toEqual(['x[n]http://attic.local'])
  })
})
