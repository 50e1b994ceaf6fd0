import { setTimeout as pause } from 'node:timers/promises'
import type { Address } from '../lib/address.ts'
import type { Identity } from '../server/identity.ts'
import { isKeptOff, KEPT_OFF } from './kept-off.ts'
import type { FailureReason } from '../server/outcome.ts'
import { probeOnce } from '../server/probe-once.ts'

type Reached =
  | { readonly kind: 'server'; readonly identity: Identity }
  | { readonly kind: 'problem'; readonly problem: string }

/** What a server that is starting may take, unless said; afterwards the person is better off trying later. */
const START_WITHIN_MS = 60_000
const ASK_EVERY_MS = 1_000

/** Why a server could not be asked, and what to do. */
const FAILURES: Readonly<Record<FailureReason, (at: Address) => string>> = {
  silent: (at) => `Nothing answered at ${at} in time; the computer may be off, asleep, or behind a firewall.`,
  refused: (at) => `Nothing listens at ${at}; check the address and that the server is running.`,
  unreadable: (at) => `Something answers at ${at}, but not in a way that can be read.`,
  slow: (at) => `Something began to answer at ${at} and did not finish in time.`,
  'broken-off': (at) => `The answer of ${at} broke off in the middle; try again.`,
  'too-large': (at) => `Something answers at ${at}, but no media server: its answer is too large.`,
  redirected: (at) => `${at} sends visitors to another address; give that address instead.`,
  'another-product': (at) => `Something answers at ${at}, but no media server.`,
  'turned-away': (at) => `Something answers at ${at}, but it will not say who it is.`,
  busy: (at) => `${at} answers, and asks to be left alone for now; try again in a minute.`,
  faulty: (at) => `${at} answers with an error of its own; look at it, or try again later.`,
}

/** Why this address could not be asked. Tries it once more where the system may have a reason of its own. */
export async function sentenceFor(reason: FailureReason, address: Address): Promise<string> {
  const mayBeKeptOff = reason === 'refused' || reason === 'silent'
  return mayBeKeptOff && (await isKeptOff(address)) ? KEPT_OFF : FAILURES[reason](address)
}

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
      return { kind: 'problem', problem: await sentenceFor(outcome.reason, address) }
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
