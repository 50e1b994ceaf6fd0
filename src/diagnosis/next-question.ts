import { ASKED, type Answers } from './answers.ts'
import type { Question } from './verdict.ts'

export type NextQuestion = {
  readonly question: Question
  /** Which one it is, from 1 on, and how many there may be. */
  readonly count: number
  readonly most: number
}

/** What to ask next: of what is worth asking, the first that the person has not been asked. Pure. */
export function nextQuestion(worth: readonly Question[], answers: Answers): NextQuestion | null {
  const unsure = answers.unsure ?? []
  const open = worth.filter((question) => !unsure.includes(question))
  const [question] = open
  if (question === undefined) return null
  const asked = ASKED.filter((each) => answers[each] !== null || unsure.includes(each)).length
  return { question, count: asked + 1, most: asked + open.length }
}

/** The answers with one more; `unsure` is one, too. */
export function withAnswer(answers: Answers, question: Question, answer: string): Answers {
  if (answer !== 'unsure') return { ...answers, [question]: answer }
  return { ...answers, unsure: [...(answers.unsure ?? []), question] }
}

/** The same without what was answered here. What was recognised in words stays. */
export function withoutAnswers({ sees }: Answers): Answers {
  return { changed: null, moved: null, runs: null, sees }
}

/** Was anything answered here? */
export function hasAnswered(answers: Answers): boolean {
  return ASKED.some((each) => answers[each] !== null) || (answers.unsure ?? []).length > 0
}
