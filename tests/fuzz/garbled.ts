import fc from 'fast-check'

/** One piece of a text cut out, and another put in, once or many times. */
type Cut = {
  /** Where, reckoned in ten-thousandths of the text. */
  readonly at: number
  readonly length: number
  readonly put: string
  readonly times: number
}

// Long runs find what takes its time over them.
const times = fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 90, 3_000)

/** What no parser expects: ends of text and of lines, halves of letters, marks, and letters that look like others. */
const ODD = [
  '',
  '\0',
  '\t',
  '\n',
  '\r\n',
  ' ',
  '\u00A0',
  '\u0085',
  '\u00AD',
  '\u0301',
  '\u061C',
  '\u200B',
  '\u202E',
  '\u2028',
  '\u2800',
  '\u3164',
  '\uD800',
  '\uDC00',
  '\uE000',
  '\uFEFF',
  '\uFFFD',
  '\u{1F3AC}',
  '\u{E0041}',
  'ß',
  'İ',
  'K',
  '０',
  '。',
  '／',
  '％',
  '"',
  "'",
  '\\',
  '/',
  '<',
  '>',
  '&',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '.',
  '-',
  '_',
  '%',
  '@',
  '#',
  '?',
  '=',
  '0',
  '1',
  '-1',
  '1e999',
  'a',
  'F',
  'null',
  'true',
  '__proto__',
] as const

/** Texts that were one of these `wholes` once, and were spoilt by `pieces` of their own kind and by anything else. */
export function garbled(wholes: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const put = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 3, arbitrary: fc.constantFrom(...ODD) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom(...wholes) },
  )
  const cut: fc.Arbitrary<Cut> = fc.record({ at: fc.nat(10_000), length: fc.nat(12), put, times })
  return fc
    .tuple(fc.constantFrom('', ...wholes, ...wholes), fc.array(cut, { maxLength: 5 }))
    .map(([whole, cuts]) => cuts.reduce(spoilt, whole))
}

function spoilt(text: string, { at, length, put, times: often }: Cut): string {
  const start = Math.round((at / 10_000) * text.length)
  return text.slice(0, start) + put.repeat(often) + text.slice(start + length)
}
