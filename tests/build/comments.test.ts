import { describe, expect, it } from 'vitest'
import { filesIn, textOf } from './documents.ts'

/** Twenty is what is aimed at. */
const MOST_WORDS = 25
/** Words that put off who does what. */
const CLUMSY = /\bwhoever\b|\bas of (?:its|the|now)\b|\bthere is nobody that\b/i
const COMMENT = /\/\*[^]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm
const SENTENCE_ENDS = /(?<=[.!?:;])\s+(?=[A-Z`"'(])/

type Sentence = { readonly file: string; readonly text: string }

function sentencesIn(file: string): readonly Sentence[] {
  return [...textOf(file).matchAll(COMMENT)].flatMap(([comment]) =>
    comment
      .replace(/^\s*\/\*+|\*\/$/g, '')
      .replace(/^[ \t]*(?:\*|\/\/) ?/gm, '')
      // An entry of a list is a sentence of its own, and so is a paragraph.
      .replace(/\n- |\n\s*\n/g, '. ')
      .replace(/\s+/g, ' ')
      .split(SENTENCE_ENDS)
      .map((text) => ({ file, text: text.trim() })),
  )
}

/** What stands in brackets, such as a source, is not counted. */
const wordsIn = (text: string): number =>
  text
    .replace(/\([^)]*\)/g, '')
    .split(' ')
    .filter((word) => /\w/.test(word)).length

describe('a comment', () => {
  const sentences = filesIn('src')
    .filter((file) => /\.(?:tsx?|mts|mjs|css)$/.test(file))
    .flatMap(sentencesIn)
  const found = (isBad: (text: string) => boolean): readonly string[] =>
    sentences.filter(({ text }) => isBad(text)).map(({ file, text }) => `${file}: ${text}`)

  it('is in short sentences', () => {
    expect(sentences.length).toBeGreaterThan(1_000)
    expect(found((text) => wordsIn(text) > MOST_WORDS)).toEqual([])
  })

  it('says who does it', () => {
    expect(found((text) => CLUMSY.test(text))).toEqual([])
  })
})
