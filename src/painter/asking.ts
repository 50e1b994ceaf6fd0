import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from '../server/address-history.ts'
import { askAgain } from '../server/ask-again.ts'
import type { HandedOver, OpenQuestion } from '../server/handed-over.ts'

/** What addresses say, each of which is asked once. */
export type FirstAnswers = HandedOver & {
  /** Asks those that were not asked yet, all at the same time. */
  readonly ask: (addresses: readonly Address[]) => void
}

/** `onAnswer` is called after each answer. */
export function newAnswers(onAnswer: () => void): FirstAnswers {
  const histories = new Map<Address, AddressHistory>()
  const inFlight = new Map<Address, OpenQuestion>()
  const ask = (address: Address): void => {
    const controller = new AbortController()
    const answered = askAgain(address, null, controller.signal)
    inFlight.set(address, { answered, giveUp: () => controller.abort() })
    answered.then(
      (outcome) => {
        inFlight.delete(address)
        histories.set(address, record(null, outcome))
        onAnswer()
      },
      (error: unknown) => {
        // It was given up for a newer one; anything else is a bug of ours.
        if (!controller.signal.aborted) throw error
      },
    )
  }
  return {
    histories,
    inFlight,
    ask: (addresses) => {
      for (const address of addresses) if (!histories.has(address) && !inFlight.has(address)) ask(address)
    },
  }
}
