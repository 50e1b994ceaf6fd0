import { setTimeout as pause } from 'node:timers/promises'
import type { Address } from '../lib/address.ts'
import type { Identity } from '../server/identity.ts'
import { probeOnce } from '../server/probe-once.ts'
import { failureSentence } from './failures.ts'

type Reached =
  | { readonly kind: 'server'; readonly identity: Identity }
  | { readonly kind: 'problem'; readonly problem: string }

/** What a server that is starting may take, unless said; afterwards the person is better off trying later. */
const START_WITHIN_MS = 60_000
const ASK_EVERY_MS = 1_000

/** Asks the server who it is. One that says it is starting gets `startWithinMs`, and `say` hears about that once. */
export async function reachServer(
  address: Address,
  say: (sentence: string) => void,
  startWithinMs = START_WITHIN_MS,
): Promise<Reached> {
  const deadline = performance.now() + startWithinMs
  const seconds = `${Math.round(startWithinMs / 1_000)} s`
  let starting = false
  for (;;) {
    const outcome = await probeOnce(address)
    if (outcome.kind === 'identity') return { kind: 'server', identity: outcome.identity }
    // Once it has said that it is starting, a refused or broken answer is part of that.
    if (outcome.kind === 'failure' && !starting) {
      return { kind: 'problem', problem: failureSentence(address, outcome) }
    }
    if (performance.now() >= deadline) {
      return {
        kind: 'problem',
        problem: `The server at ${address} is still starting after ${seconds}; try again later.`,
      }
    }
    if (!starting) say(`The server at ${address} is starting; waiting up to ${seconds} for it.`)
    starting = true
    await pause(ASK_EVERY_MS)
  }
}
