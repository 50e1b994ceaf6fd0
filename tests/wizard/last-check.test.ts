import { expect, it } from 'vitest'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { lastCheckMs } from '../../src/wizard/screen/last-check.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import { at, ATTIC, factsOf, historyFrom, LAN, LAN_2, says, stampOf } from './facts-fixture.ts'

function lastCheckOf(...candidates: Parameters<typeof factsOf>[0]): number | null {
  const known = knownOf(factsOf(candidates, { stamp: stampOf(ATTIC) }))
  return lastCheckMs(known, screenOf(known))
}

it('the server on screen was last heard when it answered, or did not, whoever was asked since', () => {
  const later = at(LAN_2, historyFrom(says('silent', { atMs: 9_000 })), { source: 'used' })
  expect(lastCheckOf(at(LAN, historyFrom('unclaimed')), later)).toBe(1_000)
  expect(lastCheckOf(at(LAN, historyFrom('unclaimed', 'silent')), later)).toBe(2_000)
})

it('where there is none, the newest word of any address counts', () => {
  const sooner = at(LAN, historyFrom(says('silent', { atMs: 5_000 })))
  const later = at(LAN_2, historyFrom(says('refused', { atMs: 7_000 })))
  expect(lastCheckOf(sooner, later)).toBe(7_000)
  expect(lastCheckOf(later, sooner)).toBe(7_000)
  expect(lastCheckOf(sooner, at(LAN_2, null))).toBe(5_000)
})

it('before the first word nothing was checked', () => {
  expect(lastCheckOf(at(LAN, null), at(LAN_2, null))).toBeNull()
})
