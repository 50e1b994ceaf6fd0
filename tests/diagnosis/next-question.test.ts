import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/diagnosis/answers.ts'
import { hasAnswered, nextQuestion, withAnswer, withoutAnswers } from '../../src/diagnosis/next-question.ts'

const NONE: Answers = { changed: null, moved: null, runs: null, sees: null }

describe('the next question', () => {
  it('is the first of those that are worth asking', () => {
    expect(nextQuestion(['runs', 'changed'], NONE)).toEqual({ question: 'runs', count: 1, most: 2 })
  })

  it('is none where no answer would change anything', () => {
    expect(nextQuestion([], NONE)).toBeNull()
  })

  it('is not one whose answer the person does not know, which counts as asked', () => {
    const unsure = withAnswer(NONE, 'runs', 'unsure')
    expect(nextQuestion(['runs', 'changed'], unsure)).toEqual({ question: 'changed', count: 2, most: 2 })
    expect(nextQuestion(['runs'], unsure)).toBeNull()
  })

  it('counts those that were answered', () => {
    const answered = withAnswer(withAnswer(NONE, 'changed', 'no'), 'moved', 'unsure')
    expect(answered).toMatchObject({ changed: 'no', moved: null })
    expect(nextQuestion(['moved', 'runs'], answered)).toEqual({ question: 'runs', count: 3, most: 3 })
  })
})

describe('the answers', () => {
  it('can be taken back, and what was recognised in words stays', () => {
    const answered = withAnswer(withAnswer({ ...NONE, sees: 'revoked' }, 'changed', 'no'), 'runs', 'unsure')
    expect(hasAnswered(answered)).toBe(true)
    expect(withoutAnswers(answered)).toEqual({ ...NONE, sees: 'revoked' })
    expect(hasAnswered(withoutAnswers(answered))).toBe(false)
  })

  it('were given where somebody only said that they do not know', () => {
    expect(hasAnswered(withAnswer(NONE, 'runs', 'unsure'))).toBe(true)
    expect(hasAnswered({ ...NONE, sees: 'revoked' })).toBe(false)
  })
})
