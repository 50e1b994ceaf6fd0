import { expect, it, vi } from 'vitest'
import { COMPLAINTS, NOTIONS } from './files.ts'
import { FOLDS, foldsOf } from './folds.ts'
import { crossValidated } from './scores.ts'

// A busy computer takes its time to learn.
vi.setConfig({ testTimeout: 120_000 })

/** What has many examples is understood better. Shares of one. */
const MANY = { of: 900, first: 0.75, amongThree: 0.92, notRecognised: 0.05, strangers: 0.75 }
const FEW = { of: 160, first: 0.65, amongThree: 0.82, notRecognised: 0.1, strangers: 0.65 }
const TARGETS = new Map(
  Object.entries({ de: MANY, en: MANY, es: FEW, fr: FEW, it: FEW, nl: FEW, pl: FEW, 'pt-BR': FEW }),
)

it('understands what it has never seen, in each language', () => {
  const scores = new Map(crossValidated(COMPLAINTS, NOTIONS).map((score) => [score.language, score]))
  expect([...scores.keys()]).toEqual([...TARGETS.keys()])
  for (const [language, target] of TARGETS) {
    const score = scores.get(language)
    expect(score?.of).toBeGreaterThan(target.of)
    expect(score?.first, `${language}: best cause first`).toBeGreaterThanOrEqual(target.first)
    expect(score?.amongThree, `${language}: among three`).toBeGreaterThanOrEqual(target.amongThree)
    expect(score?.notRecognised, `${language}: not recognised`).toBeLessThanOrEqual(target.notRecognised)
    expect(score?.strangersNotRecognised, `${language}: strangers`).toBeGreaterThanOrEqual(target.strangers)
  }
})

it('is never tried on a thread that it learned from', () => {
  const folds = foldsOf(COMPLAINTS, NOTIONS)
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
  const alone = Array.from({ length: 40 }, (_, at) => example(`alone${'x'.repeat(at)}`, 'en', `t${at}`))
  const [one, near, translated] = foldsOf(
    [
      example('nssm starts with an empty library', 'en', 'a'),
      example('nssm starts with empty library', 'en', 'b'),
      example('leer seit nssm', 'de', 'c'),
      ...alone,
    ],
    NOTIONS,
  )
  expect([near, translated]).toEqual([one, one])
  const [first, same] = foldsOf(
    [
      example('new computer, empty library', 'en', 'a'),
      example('ordinateur neuf, médiathèque vide', 'fr', 'b'),
      ...alone,
    ],
    NOTIONS,
  )
  expect(same).toBe(first)
})
