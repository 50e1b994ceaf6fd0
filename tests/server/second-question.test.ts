import { describe, expect, it } from 'vitest'
import {
  afterAnswer,
  afterFailure,
  NONE_ASKED,
  secondQuestionFor,
  type SecondQuestions,
} from '../../src/server/second-question.ts'

const somebody = (before: SecondQuestions, atMs = 0) => afterFailure(before, { somebody: true, atMs })
const nobody = (before: SecondQuestions, atMs = 0) => afterFailure(before, { somebody: false, atMs })

describe('a second question', () => {
  it('is asked where none was', () => {
    expect(secondQuestionFor(NONE_ASKED, 0)).toBe('ask')
  })

  it('is asked once of a host that hides its answers, however long that goes on', () => {
    expect(secondQuestionFor(somebody(NONE_ASKED), 3_600_000)).toBe('hides')
  })

  it('is asked again where nobody was, so that a server that comes up is noticed within ten seconds', () => {
    const asked = nobody(NONE_ASKED, 1_000)
    expect(secondQuestionFor(asked, 8_999)).toBe('nobody')
    expect(secondQuestionFor(asked, 9_000)).toBe('ask')
  })

  it('is asked again of a host whose answer could be read meanwhile, but only three times in all', () => {
    let asked = NONE_ASKED
    for (let times = 0; times < 3; times++) {
      expect(secondQuestionFor(asked, 0)).toBe('ask')
      asked = afterAnswer(somebody(asked))
    }
    expect(secondQuestionFor(asked, 3_600_000)).toBe('nobody')
  })

  it('is asked as often as nobody was there', () => {
    const asked = Array.from({ length: 5 }, (_, at) => at * 10_000).reduce(nobody, NONE_ASKED)
    expect(secondQuestionFor(asked, 50_000)).toBe('ask')
  })

  it('is remembered through failures at which none was asked', () => {
    expect(afterFailure(somebody(NONE_ASKED), { atMs: 5 })).toEqual(somebody(NONE_ASKED))
  })
})
