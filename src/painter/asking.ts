import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from '../server/address-history.ts'
import { askAgain } from '../server/ask-again.ts'
import type { HandedOver } from '../server/handed-over.ts'
import type { Outcome } from '../server/outcome.ts'

/** What addresses say, each of which is asked once. */
export type FirstAnswers = HandedOver & {
  /** Asks those that were not asked yet, all at the same time. */
  readonly ask: (addresses: readonly Address[]) => void
}

/** `onAnswer` is called after each answer. */
export function newAnswers(onAnswer: () => void): FirstAnswers {
  const histories = new Map<Address, AddressHistory>()
  const inFlight = new Map<Address, Promise<Outcome>>()
  const ask = (address: Address): void => {
    const question = askAgain(address, null, new AbortController().signal)
    inFlight.set(address, question)
    void question.then((outcome) => {
      inFlight.delete(address)
      histories.set(address, record(null, outcome))
      onAnswer()
    })
  }
  return {
    histories,
    inFlight,
    ask: (addresses) => {
      for (const address of addresses) if (!histories.has(address) && !inFlight.has(address)) ask(address)
    },
  }
}
