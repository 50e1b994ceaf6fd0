import { expect, it } from 'vitest'
import { absenceOf, type Absence } from '../../src/diagnosis/absence.ts'
import type { ProbeEvidence } from '../../src/diagnosis/evidence.ts'
import { evidence, probe } from './evidence-fixture.ts'

const silent = (tookMs: number, kind: ProbeEvidence['kind'] = 'private') => probe('silent', { tookMs, kind })

it.each<readonly [what: string, first: ProbeEvidence, absence: Absence | null]>([
  ['another product', probe('another-product'), 'somebody-else'],
  ['an identifier that is none', probe('odd-identifier'), 'somebody-else'],
  ['more than any server says', probe('too-large'), 'somebody-else'],
  ['turned away', probe('turned-away'), 'somebody-else'],
  ['a proxy, and nobody behind it', probe('gateway'), 'behind-proxy'],
  ['a proxy that does not know the way', probe('not-routed'), 'behind-proxy'],
  ['a page to log in', probe('log-in'), 'kept-out'],
  ['sent elsewhere', probe('redirected'), 'kept-out'],
  ['an answer without end', probe('slow'), 'ill'],
  ['half an answer', probe('broken-off'), 'ill'],
  ['a fault', probe('faulty'), 'ill'],
  ['too many questions', probe('busy'), 'ill'],
  ['refused', probe('refused'), 'refused'],
  ['refused on this computer', probe('refused', { kind: 'loopback' }), 'not-here'],
  ['a name that leads nowhere', probe('refused', { kind: 'name' }), 'name-failed'],
  ['a name of the home network that leads nowhere', probe('refused', { kind: 'local-name' }), 'name-failed'],
  ['somebody listens there, and hangs up', probe('refused', { hungUp: true }), null],
  ['nobody in the network has the address: after two and a half seconds', silent(2_500), 'nobody-there'],
  ['nobody in the network has the address: until four and a half', silent(4_500), 'nobody-there'],
  ['silence that ends sooner', silent(2_499), 'silent'],
  ['silence that ends later', silent(4_501), 'silent'],
  ['silence of an address outside', silent(3_050, 'public'), 'silent'],
  ['a server that can be read', probe('unclaimed'), null],
  ['somebody who hides', probe('unreadable'), null],
])('%s', (_what, first, absence) => {
  expect(absenceOf(evidence({ probes: [first, probe('refused')] }))).toBe(absence)
})

it('where nobody was asked, nobody is absent', () => {
  expect(absenceOf(evidence({ probes: [] }))).toBeNull()
})
