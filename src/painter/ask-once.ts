import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from '../server/address-history.ts'
import { askAgain } from '../server/ask-again.ts'
import type { HandedOver } from '../server/handed-over.ts'
import type { Outcome } from '../server/outcome.ts'

/** Asks each address once, all at the same time. Calls back after each answer, with everything that is known by then. */
export function askOnce(addresses: readonly Address[], onAnswer: (answers: HandedOver) => void): HandedOver {
  const histories = new Map<Address, AddressHistory>()
  const inFlight = new Map<Address, Promise<Outcome>>()
  for (const address of addresses) {
    const question = askAgain(address, null, new AbortController().signal)
    inFlight.set(address, question)
    void question.then((outcome) => {
      inFlight.delete(address)
      histories.set(address, record(null, outcome))
      onAnswer({ histories, inFlight })
    })
  }
  return { histories, inFlight }
}
