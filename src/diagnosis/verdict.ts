import { PLACES } from '../server/place.ts'
import type { Answers } from './answers.ts'
import { CAUSES, type Cause, type Confidence } from './cause.ts'
import type { Evidence } from './evidence.ts'
import { isProven, isRuledOut } from './exclusions.ts'
import { signsOf, type Sign } from './signs.ts'
import type { SignName } from './sign-name.ts'

/** One cause, how sure that is, and what speaks for it, the strongest first. */
export type Finding = {
  readonly cause: Cause
  readonly confidence: Confidence
  readonly signs: readonly SignName[]
}

/** Something that only the person knows. */
export type Question = 'changed' | 'moved' | 'runs'

export type Verdict = {
  /** The cause that is believed in most comes first; never empty. */
  readonly findings: readonly [Finding, ...Finding[]]
  /** Those whose answers would lead to different causes, the one with the most of them first; at most three. */
  readonly questions: readonly Question[]
}

const LIKELY_FROM = 3

/**
 * What is wrong, as far as the evidence tells. Pure, and never without a cause: `unknown` where nothing speaks for any other.
 * `certain` is said only where the evidence proves one cause and rules out all others.
 */
export function verdictOf(evidence: Evidence): Verdict {
  const findings = rank(evidence)
  return { findings, questions: findings[0].confidence === 'certain' ? [] : questionsFor(evidence) }
}

function rank(evidence: Evidence): readonly [Finding, ...Finding[]] {
  const signs = signsOf(evidence)
  const left = CAUSES.filter((cause) => cause !== 'unknown' && !isRuledOut(cause, evidence))
  const [only] = left
  if (left.length === 1 && only !== undefined && isProven(only, evidence)) {
    return [{ cause: only, confidence: 'certain', signs: namesOf(signs[only]) }]
  }
  const scored = left
    .map((cause) => ({ cause, score: scoreOf(signs[cause]) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
  const findings = scored.map(({ cause, score }): Finding => ({
    cause,
    confidence: score >= LIKELY_FROM ? 'likely' : 'possible',
    signs: namesOf(signs[cause]),
  }))
  const unknown: Finding = { cause: 'unknown', confidence: 'possible', signs: namesOf(signs.unknown) }
  const [first, ...others] = findings
  if (first === undefined) return [unknown]
  if (first.confidence === 'likely') return [first, ...others]
  return scoreOf(signs.unknown) > scoreOf(signs[first.cause])
    ? [unknown, first, ...others]
    : [first, ...others, unknown]
}

function scoreOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, [, weight]) => sum + weight, 0)
}

function namesOf(signs: readonly Sign[]): readonly SignName[] {
  return [...new Set([...signs].sort(([, one], [, other]) => other - one).map(([name]) => name))]
}

const POSSIBLE: { readonly [Q in Question]: readonly NonNullable<Answers[Q]>[] } = {
  changed: ['password', 'removed', 'no'],
  moved: ['moved', 'reinstalled', 'no'],
  runs: PLACES,
}

/** A question is worth asking when its answers would put different causes first. */
function questionsFor(evidence: Evidence): readonly Question[] {
  return (Object.keys(POSSIBLE) as Question[])
    .map((question) => ({ question, leads: leadsTo(question, evidence) }))
    .filter(({ leads }) => leads > 1)
    .sort((one, other) => other.leads - one.leads)
    .map(({ question }) => question)
}

/** How many different causes the answers to a question would put first. */
function leadsTo(question: Question, evidence: Evidence): number {
  if (evidence.answers[question] !== null) return 0
  const firsts = POSSIBLE[question].map((answer) => {
    const [{ cause }] = rank({ ...evidence, answers: { ...evidence.answers, [question]: answer } })
    return cause
  })
  return new Set(firsts).size
}
