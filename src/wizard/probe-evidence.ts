import { classOf } from '../lib/address-class.ts'
import type { Address } from '../lib/address.ts'
import type { ProbeEvidence } from '../diagnosis/evidence.ts'
import type { Heard } from '../server/heard.ts'
import type { Outcome } from '../server/outcome.ts'
import type { Facts } from './facts.ts'
import { serverIn, type Stage } from './stage.ts'
import { telling } from './trouble.ts'

/** The kind of an address, which is all that evidence tells of it. */
export function placeOf(address: Address): Pick<ProbeEvidence, 'kind' | 'container'> {
  const container = /^https?:\/\/172\.(1[6-9]|2\d|3[01])\./.test(address)
  return { kind: classOf(address), container }
}

type Told = ReturnType<typeof telling>[number]

/** The most telling first: an address that is on screen, then what was promised, in order of preference. */
export function probesOf(facts: Facts, stage: Stage): readonly ProbeEvidence[] {
  const told = telling(facts)
  // This computer is tried wherever the server is, and is no server in most homes.
  const elsewhere = told.filter(({ source }) => source !== 'loopback')
  const asked = elsewhere.length > 0 ? elsewhere : told
  const onScreen = facts.candidates.filter(
    (candidate): candidate is Told => candidate.heard !== null && isOnScreen(candidate.address, stage),
  )
  const rest = asked.filter(({ address }) => !isOnScreen(address, stage))
  return [...onScreen, ...rest.filter(isTelling), ...rest.filter((one) => !isTelling(one))].map(
    ({ address, heard }) => probeOf(address, heard),
  )
}

function isOnScreen(address: Address, stage: Stage): boolean {
  if ('servers' in stage) return stage.servers.some((server) => server.address === address)
  return address === (serverIn(stage)?.address ?? ('address' in stage ? stage.address : null))
}

/** Where there is no route for IPv6, as in many homes, its addresses fail at once, whoever has them. */
function isTelling({ address, heard: { latest } }: Told): boolean {
  const isIpv6 = address.includes('[')
  return !(isIpv6 && latest.kind === 'failure' && latest.reason === 'refused')
}

function probeOf(address: Address, { latest }: Heard): ProbeEvidence {
  return { ...placeOf(address), said: saidBy(latest), tookMs: Math.round(latest.tookMs) }
}

function saidBy(outcome: Outcome): ProbeEvidence['said'] {
  switch (outcome.kind) {
    case 'identity':
      return outcome.identity.claim
    case 'starting':
      return 'starting'
    case 'failure':
      return outcome.reason
  }
}
