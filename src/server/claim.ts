import type { Address } from '../lib/address.ts'
import { mayGetCode } from '../lib/address-class.ts'
import { ANSWER_WITHIN_MS, post, type Reply } from '../lib/http.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { isBare, saysStarting } from './own-form.ts'
import { probe } from './probe.ts'

/** The answer comes long after the server has become claimed: 17 to 21.5 s (protocol.md §4.2). */
const ANSWERED_WITHIN_MS = 60_000

/** What came of sending a claim code. Whether the server is claimed, `/identity` says. */
export type ClaimResult =
  /** The server took it. */
  | 'accepted'
  /** 401 or 403: the code is too old, an old sign-in is in the way, or we are not local. */
  | 'turned-away'
  /** 500 or 429: the account service failed, or had too much to do. The code may be good (protocol.md §4.2). */
  | 'account-failed'
  /** A proxy answered in the server's place; whether the server got the code is not known. */
  | 'behind-proxy'
  /** Any other refusal: the code ran out, was used, or something went wrong. */
  | 'refused'
  /** It is still starting; the code was not used. */
  | 'starting'
  | 'unanswered'
  /** Not sent: it says that it is claimed by now. */
  | 'already-claimed'
  /** Not sent: somebody else answers there now, or nobody. */
  | 'not-the-server'
  /** Not sent: not at home. */
  | 'not-local'

/** What became of a claim code, without the code. */
export type CodeUse = {
  /** null while none was sent, and while one is under way. */
  readonly result: ClaimResult | 'ran-out' | null
  /** The machine that it was meant for; absent while none was sent. */
  readonly meantFor?: MachineIdentifier | undefined
  /** When the person said that they have one, on the monotonic clock; null without one. */
  readonly fetchedAtMs: number | null
}

/** What came of the last code for this machine: what another one made of it says nothing here. */
export function resultFor(
  { result, meantFor }: CodeUse,
  machineIdentifier: MachineIdentifier | null,
): CodeUse['result'] {
  return result === 'ran-out' || meantFor === machineIdentifier ? result : null
}

/**
 * Sends a claim code to the server that is meant, and to no other: it is asked who it is right before. Resolves to a
 * value whatever happens; rejects only when `signal` says stop.
 */
export async function claimWith(
  code: string,
  {
    address,
    machineIdentifier,
  }: { readonly address: Address; readonly machineIdentifier: MachineIdentifier },
  signal?: AbortSignal,
): Promise<ClaimResult> {
  if (!mayGetCode(address)) return 'not-local'
  const now = await probe(address, signal, ANSWER_WITHIN_MS, 'nobody')
  if (now.kind === 'starting') return 'starting'
  if (now.kind !== 'identity' || now.identity.machineIdentifier !== machineIdentifier) return 'not-the-server'
  if (now.identity.claim === 'claimed') return 'already-claimed'
  const reply = await post(`${address}/myplex/claim?token=${encodeURIComponent(code)}`, {
    signal,
    withinMs: ANSWERED_WITHIN_MS,
  })
  return reply.kind === 'transport-error' ? 'unanswered' : resultOfClaim(reply)
}

/** What the answer to a code means, from an address where a server said right before who it is. Pure. */
export function resultOfClaim({ status, text }: Pick<Reply, 'status' | 'text'>): ClaimResult {
  if (status >= 200 && status < 300) return 'accepted'
  if (status === 401 || status === 403) return 'turned-away'
  if (status === 429 || status === 500) return 'account-failed'
  if (status === 503 && (saysStarting(text) || isBare(text))) return 'starting'
  if (status < 500) return /still starting up/i.test(text.slice(0, 1_000)) ? 'starting' : 'refused'
  return 'behind-proxy'
}
