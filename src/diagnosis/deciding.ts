import type { Answers } from './answers.ts'
import type { Cause } from './cause.ts'
import type { Fit } from './reader.ts'
import type { Question } from './verdict.ts'

/** What tells causes apart that words leave alike: the verdict's questions, and two that only words need. */
export type DecidingQuestion = Question | 'where' | 'owner'

type Effect = { readonly for?: readonly Cause[]; readonly against?: readonly Cause[] }

const ELSEWHERE: Effect = { against: ['another-user', 'not-local'] }

/** What each answer says. */
const EFFECTS = {
  changed: {
    password: { for: ['revoked'], against: ['removed-from-account'] },
    removed: { for: ['removed-from-account'], against: ['revoked'] },
    no: { against: ['revoked', 'removed-from-account'] },
  },
  moved: {
    moved: { for: ['lost-identity'] },
    reinstalled: { for: ['not-claimed'] },
    no: { against: ['lost-identity'] },
  },
  runs: {
    'windows-app': ELSEWHERE,
    'windows-service': { for: ['another-user'], against: ['not-local'] },
    mac: ELSEWHERE,
    linux: { against: ['another-user'] },
    docker: { for: ['not-local'], against: ['another-user'] },
    nas: ELSEWHERE,
    rented: { for: ['not-local', 'account-out-of-reach'], against: ['another-user'] },
  },
  where: {
    outside: { for: ['broken-route'], against: ['not-running', 'blocked'] },
    browser: { for: ['blocked'], against: ['not-running', 'broken-route'] },
    everywhere: { for: ['not-running', 'damaged-database'], against: ['broken-route', 'blocked'] },
  },
  owner: {
    me: { against: ['another-account'] },
    other: { for: ['another-account'], against: ['revoked', 'not-claimed'] },
    nobody: { for: ['not-claimed'], against: ['another-account', 'revoked'] },
  },
} as const satisfies Record<DecidingQuestion, Record<string, Effect>>

export const DECIDING_QUESTIONS = Object.keys(EFFECTS) as readonly DecidingQuestion[]

/** What was answered to which question, `unsure` among it; what the person told before is in here, too. */
export type Told = Readonly<Partial<Record<DecidingQuestion, string>>>

export type Decided = {
  readonly fits: readonly Fit[]
  /** How many of the first fit about as well as each other. */
  readonly alike: number
  /** The one whose answer decides between them; null where none does. */
  readonly question: DecidingQuestion | null
}

/** As well as the first: less than twice as unlikely. */
const ALIKE = 0.5
const SPEAKS_FOR = 20
const SPEAKS_AGAINST = 0.02

/** Ranks what words fit by what was answered, and finds the one question that decides what is left open. Pure. */
export function decide(fits: readonly Fit[], told: Told): Decided {
  const ranked = rankedBy(fits, told)
  const [first] = ranked
  const alike = ranked.filter(({ likely }) => likely >= (first?.likely ?? 0) * ALIKE)
  if (alike.length < 2) return { fits: ranked, alike: alike.length, question: null }
  const open = DECIDING_QUESTIONS.filter((question) => told[question] === undefined)
  const [best] = open
    .map((question) => ({
      question,
      leads: leadsTo(alike, question),
      spokenFor: spokenForBy(alike, question),
    }))
    .filter(({ leads }) => leads > 1)
    .sort((one, other) => other.leads - one.leads || other.spokenFor - one.spokenFor)
  return { fits: ranked, alike: alike.length, question: best?.question ?? null }
}

/** How many different causes the answers to a question put first. */
function leadsTo(fits: readonly Fit[], question: DecidingQuestion): number {
  const firsts = Object.keys(EFFECTS[question]).map(
    (answer) => rankedBy(fits, { [question]: answer })[0]?.cause,
  )
  return new Set(firsts).size
}

/** How many of the causes have an answer that speaks for them. */
function spokenForBy(fits: readonly Fit[], question: DecidingQuestion): number {
  const effects: readonly Effect[] = Object.values(EFFECTS[question])
  return fits.filter(({ cause }) => effects.some((effect) => effect.for?.includes(cause) === true)).length
}

function rankedBy(fits: readonly Fit[], told: Told): readonly Fit[] {
  const effects = DECIDING_QUESTIONS.flatMap((question): readonly Effect[] => {
    const answers: Readonly<Record<string, Effect>> = EFFECTS[question]
    const effect = answers[told[question] ?? '']
    return effect === undefined ? [] : [effect]
  })
  return fits
    .map(({ cause, likely }) => ({
      cause,
      likely: effects.reduce((sum, effect) => {
        if (effect.for?.includes(cause) === true) return sum * SPEAKS_FOR
        return effect.against?.includes(cause) === true ? sum * SPEAKS_AGAINST : sum
      }, likely),
    }))
    .sort((one, other) => other.likely - one.likely)
}

/** The part of what a person told before that speaks here as well. */
export function toldBefore({ changed, moved, runs }: Answers): Told {
  return {
    ...(changed === null ? {} : { changed }),
    ...(moved === null ? {} : { moved }),
    ...(runs === null ? {} : { runs }),
  }
}

/** The answers as they are kept, with this one; the same where nobody else asks for it. */
export function answeredWith(answers: Answers, question: DecidingQuestion, answer: string): Answers {
  const effects: Readonly<Record<string, Effect>> = EFFECTS[question]
  if (question === 'where' || question === 'owner' || effects[answer] === undefined) return answers
  return { ...answers, [question]: answer }
}
