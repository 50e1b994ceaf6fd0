import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled, paragraphs, rendered } from '../../src/cli/roff.ts'

test.each([
  ['--out', '\\-\\-out'],
  ['C:\\Plex', 'C:\\ePlex'],
  ["the server's", 'the server\\(aqs'],
  ['~/.bashrc', '\\(ti/.bashrc'],
  ['.TH is a request', '\\&.TH is a request'],
  ["'tis one as well", '\\(aqtis one as well'],
  ['Plattenspieler für Käse', 'Plattenspieler f\\[u00FC]r K\\[u00E4]se'],
])('%s is shown as it is', (text, expected) => {
  expect(rendered(text)).toBe(expected)
})

test('no line begins like a request, is long without need, or loses a word', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('.so', "'", 'a', 'setup-plex', '\\', 'word', '...')), (words) => {
      const lines = filled(words.join(' ')).split('\n')
      for (const line of lines) {
        expect(line).not.toMatch(/^[.']/)
        expect(line.length).toBeLessThanOrEqual(82)
      }
      expect(lines.join(' ').split(' ').filter(Boolean)).toHaveLength(words.length)
    }),
  )
})

test('a line that begins with a capital letter begins a paragraph', () => {
  expect(paragraphs('\nOne sentence\n($1) goes on.\nExit codes: 0 done.\n')).toEqual([
    '.PP',
    'One sentence ($1) goes on.',
    '.PP',
    'Exit codes: 0 done.',
  ])
  expect(paragraphs('')).toEqual([])
})
