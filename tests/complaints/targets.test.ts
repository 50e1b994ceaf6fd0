import { expect, it } from 'vitest'
import { COMPLAINTS, NOTIONS } from './files.ts'
import { FOLDS, foldsOf } from './folds.ts'
import { crossValidated } from './scores.ts'

it('understands what it has never seen, in each language', { timeout: 60_000 }, () => {
  const scores = crossValidated(COMPLAINTS, NOTIONS)
  expect(scores.map(({ language }) => language)).toEqual(['de', 'en'])
  for (const { language, of, first, amongThree, notRecognised, strangersNotRecognised } of scores) {
    expect(of).toBeGreaterThan(900)
    expect(first, `${language}: best cause first`).toBeGreaterThanOrEqual(0.75)
    expect(amongThree, `${language}: among the first three`).toBeGreaterThanOrEqual(0.92)
    expect(notRecognised, `${language}: not recognised`).toBeLessThanOrEqual(0.05)
    expect(strangersNotRecognised, `${language}: strangers not recognised`).toBeGreaterThanOrEqual(0.75)
  }
})

it('is never tried on a thread that it learned from', () => {
  const folds = foldsOf(COMPLAINTS)
  expect(new Set(folds).size).toBe(FOLDS)
  const byThread = new Map<string, Set<number>>()
  COMPLAINTS.forEach(({ thread, causes: [cause] }, at) => {
    const key = `${thread} ${cause}`
    byThread.set(key, (byThread.get(key) ?? new Set()).add(folds[at] ?? -1))
  })
  expect([...byThread].filter(([, inFolds]) => inFolds.size > 1)).toEqual([])
})

it('keeps near paraphrases together, also across languages', () => {
  const example = (text: string, language: string, thread: string) =>
    ({ causes: ['another-user'], language, thread, text }) as const
  const [one, near, translated] = foldsOf([
    example('nssm starts with an empty library', 'en', 'a'),
    example('nssm starts with empty library', 'en', 'b'),
    example('leer seit nssm', 'de', 'c'),
    ...Array.from({ length: 40 }, (_, at) => example(`alone${'x'.repeat(at)}`, 'en', `t${at}`)),
  ])
  expect([near, translated]).toEqual([one, one])
})
