import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { record, type AddressHistory } from '../server/address-history.ts'
import type { Claim } from '../server/identity.ts'
import { failureOf, type FailureReason, type Outcome } from '../server/outcome.ts'

/** Two servers of one household. */
export const ATTIC = '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1' as MachineIdentifier
export const CELLAR = 'c0ffee11d22e33f44a55b66c77d88e99f00a1b2c' as MachineIdentifier

export function address(text: string): Address {
  return text as Address
}

/** What an address can say: its claim state, `503`, or nothing that helps. */
export type Word = Claim | '503' | FailureReason

type WayOfSaying = {
  readonly by?: MachineIdentifier
  /** With the start state that a server shows until all of it runs. */
  readonly startState?: boolean
  readonly atMs?: number
  readonly retryAfterMs?: number
}

export type Said = readonly [Word, WayOfSaying]

/** One answer: by the attic's server and a second after the one before, unless it says otherwise. */
export function says(word: Word, manner: WayOfSaying = {}): Said {
  return [word, manner]
}

export function outcomeOf(said: Word | Said, atMs: number): Outcome {
  const [word, manner] = typeof said === 'string' ? says(said) : said
  const when = { atMs: manner.atMs ?? atMs, tookMs: 20 }
  switch (word) {
    case 'claimed':
    case 'unclaimed':
    case 'unknown': {
      const identity = {
        machineIdentifier: manner.by ?? ATTIC,
        claim: word,
        version: '1.43.4.9999-abcdef012',
        startState: manner.startState === true ? 'startingPlugins' : null,
      }
      return { kind: 'identity', identity, ...when }
    }
    case '503':
      return { kind: 'starting', retryAfterMs: manner.retryAfterMs ?? null, ...when }
    default:
      return { ...failureOf(word, null, manner.retryAfterMs ?? null), ...when }
  }
}

/** What an address is known for after these answers, the first of them at one second. */
export function historyFrom(first: Word | Said, ...more: readonly (Word | Said)[]): AddressHistory {
  let atMs = 1_000
  let history = record(null, outcomeOf(first, atMs))
  for (const said of more) {
    atMs = history.latest.atMs + 1_000
    history = record(history, outcomeOf(said, atMs))
  }
  return history
}
