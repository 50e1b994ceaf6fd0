import type { Address } from '../lib/address.ts'
import type { AddressHistory } from './address-history.ts'
import type { Outcome } from './outcome.ts'

/** A question that waits for its answer, and may be given up for a newer one. Then `answered` rejects. */
export type OpenQuestion = { readonly answered: Promise<Outcome>; readonly giveUp: () => void }

/** What addresses said before the app was there, and the questions that still wait for an answer. */
export type HandedOver = {
  readonly histories: ReadonlyMap<Address, AddressHistory>
  readonly inFlight: ReadonlyMap<Address, OpenQuestion>
}

/** What is handed over where nobody was asked. */
export const NOTHING_ASKED: HandedOver = { histories: new Map(), inFlight: new Map() }

type AnswersPlace = { setupPlexAnswers?: HandedOver }

/** Leaves them for the app. Only the page's own scripts run in it (docs/security.md). */
export function handOver(answers: HandedOver): void {
  ;(globalThis as AnswersPlace).setupPlexAnswers = answers
}

/** What was left; nothing where the app is alone. */
export function takeOver(): HandedOver {
  return (globalThis as AnswersPlace).setupPlexAnswers ?? NOTHING_ASKED
}
