import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/diagnosis/answers.ts'
import type { Cause } from '../../src/diagnosis/cause.ts'
import { answeredWith, decide, DECIDING_QUESTIONS, toldBefore } from '../../src/diagnosis/deciding.ts'
import { DECIDING_WORDS } from '../../src/diagnosis/deciding-words.ts'

const fits = (...causes: readonly (readonly [Cause, number])[]) =>
  causes.map(([cause, likely]) => ({ cause, likely }))
const NONE: Answers = { changed: null, moved: null, runs: null, sees: null }

describe('the one question that decides', () => {
  it.each([
    ['changed', 'revoked', 'removed-from-account'],
    ['changed', 'revoked', 'not-running'],
    ['moved', 'lost-identity', 'not-claimed'],
    ['runs', 'another-user', 'damaged-database'],
    ['where', 'broken-route', 'not-running'],
    ['where', 'blocked', 'broken-route'],
    ['owner', 'another-account', 'not-claimed'],
  ] as const)('is “%s” between %s and %s', (question, one, other) => {
    expect(decide(fits([one, 0.4], [other, 0.35]), {}).question).toBe(question)
  })

  it('is not asked where one cause fits best', () => {
    expect(decide(fits(['revoked', 0.8], ['removed-from-account', 0.1]), {})).toMatchObject({
      question: null,
      alike: 1,
    })
  })

  it('is not asked where no answer decides', () => {
    expect(decide(fits(['damaged-database', 0.4], ['code-spent', 0.4]), {}).question).toBeNull()
  })

  it('is not asked of who has answered it before', () => {
    const told = toldBefore({ ...NONE, changed: 'password' })
    expect(decide(fits(['revoked', 0.4], ['removed-from-account', 0.5]), told)).toMatchObject({
      question: null,
      fits: [{ cause: 'revoked' }, { cause: 'removed-from-account' }],
    })
  })

  it('is not asked where nothing fits', () => {
    expect(decide([], {})).toEqual({ fits: [], alike: 0, question: null })
  })
})

describe('an answer', () => {
  it.each([
    ['password', 'revoked'],
    ['removed', 'removed-from-account'],
    ['no', 'not-running'],
    ['unsure', 'removed-from-account'],
  ] as const)('decides: %s', (answer, first) => {
    const alike = fits(['removed-from-account', 0.4], ['revoked', 0.35], ['not-running', 0.2])
    expect(decide(alike, { changed: answer }).fits[0]?.cause).toBe(first)
  })

  it('is kept for the verdict where that asks the same, and else left out', () => {
    expect(answeredWith(NONE, 'changed', 'password')).toEqual({ ...NONE, changed: 'password' })
    expect(answeredWith(NONE, 'runs', 'docker')).toEqual({ ...NONE, runs: 'docker' })
    expect(answeredWith(NONE, 'changed', 'unsure')).toBe(NONE)
    expect(answeredWith(NONE, 'where', 'outside')).toBe(NONE)
  })
})

it('every question has its answers in words, and each says something about a cause', () => {
  for (const question of DECIDING_QUESTIONS) {
    for (const answer of Object.keys(DECIDING_WORDS[question].answers)) {
      const all = fits(
        ...(
          [
            'revoked',
            'not-claimed',
            'not-running',
            'lost-identity',
            'another-account',
            'removed-from-account',
            'broken-route',
            'not-local',
            'blocked',
            'account-out-of-reach',
            'another-user',
            'damaged-database',
          ] as const
        ).map((cause) => [cause, 0.1] as const),
      )
      expect(decide(all, { [question]: answer }).fits, `${question}: ${answer}`).not.toEqual(all)
    }
  }
})
