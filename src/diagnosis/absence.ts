import type { AddressClass } from '../lib/address-class.ts'
import type { Evidence, ProbeEvidence } from './evidence.ts'
import { endsLikeNobody } from './reading.ts'

/** How a server that is not there looks. */
export type Absence =
  | 'refused'
  | 'not-here'
  | 'name-failed'
  | 'silent'
  | 'nobody-there'
  | 'behind-proxy'
  | 'kept-out'
  | 'somebody-else'
  | 'ill'

const SOMEBODY_ELSE: ReadonlySet<ProbeEvidence['said']> = new Set([
  'another-product',
  'odd-identifier',
  'too-large',
  'turned-away',
])
const BEHIND_PROXY: ReadonlySet<ProbeEvidence['said']> = new Set(['gateway', 'not-routed'])
/** As a page to log in has it. */
const KEPT_OUT: ReadonlySet<ProbeEvidence['said']> = new Set(['log-in', 'redirected'])
/** Answers HTTP, and not as a healthy server does. */
const ILL: ReadonlySet<ProbeEvidence['said']> = new Set(['slow', 'broken-off', 'faulty', 'busy'])
const NAMES: ReadonlySet<AddressClass> = new Set(['name', 'local-name'])

/**
 * How the first address looks, which is the most telling one. Another may fail at once for want of a route to it. It is
 * null where nothing was asked, or where it says something else.
 */
export function absenceOf({ probes: [first] }: Evidence): Absence | null {
  if (first === undefined) return null
  if (SOMEBODY_ELSE.has(first.said)) return 'somebody-else'
  if (BEHIND_PROXY.has(first.said)) return 'behind-proxy'
  if (KEPT_OUT.has(first.said)) return 'kept-out'
  if (ILL.has(first.said)) return 'ill'
  if (first.said === 'refused') return refusalOf(first)
  if (first.said !== 'silent') return null
  return endsLikeNobody(first) ? 'nobody-there' : 'silent'
}

function refusalOf({ kind, hungUp }: ProbeEvidence): Absence | null {
  // Somebody listens there.
  if (hungUp === true) return null
  if (kind === 'loopback') return 'not-here'
  return NAMES.has(kind) ? 'name-failed' : 'refused'
}
