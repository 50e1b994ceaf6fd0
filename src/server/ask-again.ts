import type { Address } from '../lib/address.ts'
import { ANSWER_WITHIN_MS } from '../lib/http.ts'
import type { AddressHistory } from './address-history.ts'
import type { Outcome } from './outcome.ts'
import { probe } from './probe.ts'
import { secondQuestionFor } from './second-question.ts'

/** As `probe`, of an address that has said this before; null where it was never asked. */
export function askAgain(
  address: Address,
  before: AddressHistory | null,
  signal: AbortSignal,
): Promise<Outcome> {
  const second = before === null ? 'ask' : secondQuestionFor(before.second, performance.now())
  return probe(address, signal, ANSWER_WITHIN_MS, second)
}
