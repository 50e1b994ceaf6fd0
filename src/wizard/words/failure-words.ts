import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Address } from '../../lib/address.ts'
import type { FailureReason, Outcome } from '../../server/outcome.ts'

/** `192.168.1.10:32400`: what people call an address. */
export function hostOf(address: Address): string {
  return new URL(address).host
}

const IN_FRONT: ReadonlySet<FailureReason> = new Set(['gateway', 'not-routed', 'log-in', 'redirected'])

/** Was it a proxy that answered, in front of a server? */
export function isInFront(outcome: Outcome): boolean {
  return outcome.kind === 'failure' && IN_FRONT.has(outcome.reason)
}

type SentenceValues = { readonly host: string; readonly code: number }

const SENTENCES: Record<FailureReason, (told: SentenceValues) => MessageDescriptor> = {
  silent: ({ host }) =>
    msg`Nothing answered at ${host} within 5 seconds. The computer may be off or asleep, or this device may be on another network.`,
  refused: ({ host }) =>
    msg`${host} could not be reached; the attempt failed at once. The computer may be on without the server running, the address may be wrong, or the server may demand secure connections.`,
  unreadable: ({ host }) => msg`${host} answered, and hid the answer from this page.`,
  slow: ({ host }) =>
    msg`${host} began to answer and did not finish within 5 seconds. The server may be overloaded, or the network may be weak.`,
  'broken-off': ({ host }) =>
    msg`${host} answered, and the answer stopped in the middle. The server may be restarting, or the network may be weak.`,
  'too-large': ({ host }) =>
    msg`${host} answered with far more than a media server says. Something else probably answers there.`,
  redirected: ({ host }) =>
    msg`${host} sends visitors to another address, where this page does not follow. A proxy with a sign-in page does that. Check the server's own address instead, such as 192.168.1.10:32400.`,
  'another-product': ({ host }) =>
    msg`${host} answered, but not as a media server. Something else runs at this address.`,
  'odd-identifier': ({ host }) =>
    msg`${host} answers like a media server, but with an identifier that is not valid. The server may be an imitation, or its settings may be damaged; a server like that can't be linked.`,
  gateway: ({ host, code }) =>
    msg`A proxy answers at ${host} (code ${code}), and the server behind it does not. Start the server, or check the server's own address, such as 192.168.1.10:32400.`,
  'not-routed': ({ host, code }) =>
    msg`A proxy answers at ${host} (code ${code}), and does not know the way to a server. After a start, that may take a minute. Or check the server's own address, such as 192.168.1.10:32400.`,
  'log-in': ({ host, code }) =>
    msg`${host} lets nobody through without a sign-in of its own (code ${code}), as a proxy does. Check the server's own address instead, such as 192.168.1.10:32400.`,
  'turned-away': ({ host, code }) =>
    msg`${host} answered without saying which server it is (code ${code}). Something between this page and the server may require a sign-in.`,
  busy: ({ host }) =>
    msg`${host} asked for a pause, because too many questions came. This page waits for as long as that.`,
  faulty: ({ host, code }) => msg`${host} answered with an error of its own (code ${code}).`,
}

/** One sentence on what an address said; for failures also on what that may mean. */
export function sentenceFor(address: Address, outcome: Outcome): MessageDescriptor {
  const host = hostOf(address)
  switch (outcome.kind) {
    case 'failure':
      return SENTENCES[outcome.reason]({ host, code: outcome.status ?? 0 })
    case 'starting':
      return msg`${host} says that the server is starting.`
    case 'identity':
      switch (outcome.identity.claim) {
        case 'claimed':
          return msg`${host} answered: linked.`
        case 'unclaimed':
          return msg`${host} answered: not linked.`
        case 'unknown':
          return msg`${host} answered, and did not say whether the server is linked.`
      }
  }
}
