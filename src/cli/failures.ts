import type { Address } from '../lib/address.ts'
import { oddityOf } from '../lib/address-oddity.ts'
import type { Failure, FailureCause, FailureReason } from '../server/outcome.ts'

const DIRECTLY = "give the server's own address instead, such as http://192.168.1.10:32400."

/** Why a server could not be asked, and what to do. */
const FAILURES: Readonly<Record<FailureReason, (at: Address) => string>> = {
  silent: (at) => `Nothing answered at ${at} in time; the computer may be off, asleep, or behind a firewall.`,
  refused: (at) => `Nothing listens at ${at}; check the address and that the server is running.`,
  unreadable: (at) => `Something answers at ${at}, but not in a way that can be read.`,
  slow: (at) => `Something began to answer at ${at} and did not finish in time.`,
  'broken-off': (at) => `The answer of ${at} broke off in the middle; try again.`,
  'too-large': (at) => `Something answers at ${at}, but no media server: its answer is too large.`,
  redirected: (at) =>
    `${at} sends visitors to another address, as a proxy with a sign-in page does; ${DIRECTLY}`,
  'another-product': (at) => `Something answers at ${at}, but no media server.`,
  'odd-identifier': (at) =>
    `What answers at ${at} speaks like a media server, but the identifier that it gives is none; it may be an imitation, or its settings may be damaged.`,
  gateway: (at) =>
    `A proxy answers at ${at}, and the server behind it does not; start the server, or ${DIRECTLY}`,
  'not-routed': (at) =>
    `A proxy answers at ${at}, and does not know the way to a server; try again in a minute, or ${DIRECTLY}`,
  'log-in': (at) => `${at} lets nobody through without a sign-in of its own, as a proxy does; ${DIRECTLY}`,
  'turned-away': (at) => `Something answers at ${at}, but it will not say who it is.`,
  busy: (at) => `${at} answers, and asks to be left alone for now; try again in a minute.`,
  faulty: (at) => `${at} answers with an error of its own; look at it, or try again later.`,
}

/** The same, where the system tells more. */
const CAUSES: Readonly<Record<FailureCause, (at: Address) => string>> = {
  'hung-up': (at) =>
    `The port at ${at} is open, and closes without a word; a server that demands secure connections does that: set "Secure connections" in its settings to "Preferred", or give its https name.`,
  certificate: (at) =>
    `The certificate at ${at} can't be trusted: it is made for another name, or nobody vouches for it; ask without https first.`,
  'not-secure': (at) => `What answers at ${at} does not speak https; give the address with http://.`,
  unreachable: (at) => (process.platform === 'darwin' ? keptOffByMacOs() : noWayTo(at)),
  'unknown-name': (at) => `Nobody here knows the name in ${at}; give the server's number instead.`,
}

/** Why a server could not be asked, and what to do, as far as the system and the address itself tell. */
export function failureSentence(at: Address, { reason, why }: Failure): string {
  const sentence = why === undefined ? FAILURES[reason](at) : CAUSES[why](at)
  const hint = hintAt(at)
  return hint === null ? sentence : `${sentence} ${hint}`
}

/** macOS lets programs into the network by the one that started them, and tells the others that there is no way. */
export function keptOffByMacOs(): string {
  return 'macOS keeps this program off the network: run it from Terminal, or allow the app that you run it in under System Settings, Privacy & Security, Local Network; switch it off and on where it is allowed already.'
}

function noWayTo(at: Address): string {
  return `This computer has no way to ${at}; see that both are in the same network.`
}

function hintAt(at: Address): string | null {
  const oddity = oddityOf(at)
  switch (oddity?.kind) {
    case 'number-inside':
      return `The name holds the number: give ${oddity.instead} instead.`
    case 'certificate':
    case 'no-port':
      return `Try ${oddity.instead} as well.`
    case 'router':
      return 'That is often the router; the server has a number of its own.'
    case 'zone':
      return "Without the network that it belongs to, such an address leads nowhere; give the server's other number."
    case undefined:
      return null
  }
}
