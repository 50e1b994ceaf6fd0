import type { Address } from '../../lib/address.ts'
import type { Identity } from '../../server/identity.ts'
import { identityIn } from '../../server/probe-once.ts'
import { stampedPage } from '../../stamp/write-stamp.ts'
import { shared, type Upstream } from './upstream.ts'
import { stampOf } from '../stamp-of.ts'

type Order = {
  /** The built page with its stamp empty. */
  readonly page: string
  /** Where other computers reach the server, at this moment. */
  readonly addresses: () => readonly Address[]
  /** For people who did not choose one, in BCP 47. */
  readonly language: string | undefined
  readonly identity: Upstream['identity']
}

/** Nobody looks at a blank page for longer than this because the server says nothing. */
const ASKED_FOR_MS = 2_000
const KNOWN_FOR_MS = 2_000
/** A slow reader holds the page that it began with; this keeps those few. */
const KEPT_FOR_MS = 10_000

/**
 * The page with a fresh stamp: who the server says it is, or was when it last answered. A server that never answered
 * has only its addresses in it. Everybody who asks within 10 s gets the same bytes, unless the server or an address
 * changes.
 */
export function freshPages({ page, addresses, language, identity }: Order): () => Promise<Buffer> {
  let known: { readonly identity: Identity; readonly atMs: number } | null = null
  let made: { readonly from: string; readonly atMs: number; readonly bytes: Buffer } | null = null

  const look = shared(async () => {
    const reply = await soon(identity())
    const found = reply?.kind === 'reply' ? identityIn(reply) : null
    if (found !== null) known = { identity: found, atMs: performance.now() }
  })
  return async () => {
    if (known === null || performance.now() - known.atMs > KNOWN_FOR_MS) await look()
    const stamp = stampOf(known?.identity ?? null, addresses(), {}, language)
    const from = JSON.stringify(stamp.server)
    const nowMs = performance.now()
    if (made === null || made.from !== from || nowMs - made.atMs > KEPT_FOR_MS) {
      made = { from, atMs: nowMs, bytes: Buffer.from(stampedPage(page, stamp)) }
    }
    return made.bytes
  }
}

/** null when it takes too long to wait for. */
function soon<T>(answer: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ASKED_FOR_MS, null)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
