import { setTimeout as pause } from 'node:timers/promises'
import type { Address } from '../../lib/address.ts'
import type { Outcome } from '../../server/outcome.ts'
import { probeOnce } from '../../server/probe-once.ts'
import type { AddressAnswer } from './facts.ts'

/** Asks one address once. */
export type AskServer = (address: Address) => Promise<Outcome>

const ANSWER_WITHIN_MS = 4_000
/** Two answers have to agree before a server is called linked (contract.md §4). */
const ASK_AGAIN_AFTER_MS = 500
/** A computer with more addresses has most of them for containers. */
const MOST_ADDRESSES = 8

export const ASK_SERVER: AskServer = (address) => probeOnce(address, undefined, ANSWER_WITHIN_MS)

/** Asks the server who it is, twice where it says so; within 9 s. */
export async function lookAtServer(
  server: Address,
  ask: AskServer,
  pauseMs = ASK_AGAIN_AFTER_MS,
): Promise<readonly [Outcome, ...Outcome[]]> {
  const first = await ask(server)
  if (first.kind !== 'identity') return [first]
  await pause(pauseMs)
  return [first, await ask(server)]
}

/** Asks all of these at once, the first eight of them; within 4 s. */
export function lookAtAddresses(
  addresses: readonly Address[],
  ask: AskServer,
): Promise<readonly AddressAnswer[]> {
  return Promise.all(
    addresses.slice(0, MOST_ADDRESSES).map(async (address) => ({ address, outcome: await ask(address) })),
  )
}
