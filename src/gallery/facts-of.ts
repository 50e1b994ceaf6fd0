import { newNote, type Note } from '../account/note.ts'
import { NO_EVIDENCE } from '../diagnosis/evidence.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import type { AddressHistory } from '../server/address-history.ts'
import type { Network } from '../server/network.ts'
import type { NetworkTally, Search } from '../server/search.ts'
import { EMPTY_STAMP, type Stamp } from '../stamp/stamp.ts'
import type { Source } from '../wizard/facts/candidates.ts'
import type { Facts, AskedCandidate } from '../wizard/facts/facts.ts'
import { address } from './said.ts'

export const LAN = address('http://192.168.1.10:32400')
export const LAN_2 = address('http://192.168.1.20:32400')
export const HERE = address('http://127.0.0.1:32400')
export const FAR = address('https://media.example.net')

/** The wall clock when the steady one began. */
export const OPENED_AT_MS = Date.parse('2026-11-23T09:00:00Z')

/** One address and what it has said; null for one that has not been history yet. */
export function at(
  where: AskedCandidate['address'],
  history: AddressHistory | null,
  { source = 'stamp', expects = null }: { source?: Source; expects?: MachineIdentifier | null } = {},
): AskedCandidate {
  return { address: where, source, expects, history }
}

export function stampOf(machineIdentifier: MachineIdentifier, more: Partial<Stamp> = {}): Stamp {
  return { ...EMPTY_STAMP, machineIdentifier, ...more }
}

/** `agoMs` is how long ago the person left; `back` and `finished` how long ago they came back and said that it is done. */
export function signingIn(
  agoMs = 5_000,
  goodForMs: number | null = null,
  { back = null, finished = null }: { back?: number | null; finished?: number | null } = {},
): (nowEpochMs: number) => Note {
  return (nowEpochMs) =>
    newNote('signing-in', nowEpochMs - agoMs, {
      expiresAtMs: goodForMs === null ? null : nowEpochMs - agoMs + goodForMs,
      opens: 'beside',
      backAtMs: back === null ? null : nowEpochMs - back,
      finishedAtMs: finished === null ? null : nowEpochMs - finished,
    })
}

export function notNow(): (nowEpochMs: number) => Note {
  return (nowEpochMs) => newNote('not-now', nowEpochMs - 60_000)
}

/** A search that goes on, or how it went; `tally` is of the network that was searched last. */
export function searchOf(
  phase: Search['phase'],
  { tally, ...more }: Partial<Search> & { tally?: Partial<NetworkTally> } = {},
): Search {
  const network = '192.168.1' as Network
  return {
    phase,
    tallies: [{ network, total: 254, asked: 100, answered: 0, failedAtOnce: 0, ...tally }],
    ahead: [],
    routerAnswered: null,
    found: [],
    startedAtMs: 0,
    turnAtMs: 0,
    waitsUntilMs: null,
    ...more,
  }
}

type More = Partial<Omit<Facts, 'now' | 'candidates' | 'notes' | 'leftHere'>> & {
  /** How long after the newest answer it is now. */
  readonly laterMs?: number
  /** The notes were not left from this tab. */
  readonly forged?: boolean
  readonly notes?: Readonly<Record<MachineIdentifier, (nowEpochMs: number) => Note>>
}

/** Facts of a page that was opened from a file without a stamp, at the moment of the newest answer. */
export function factsOf(candidates: readonly AskedCandidate[], more: More = {}): Facts {
  const { laterMs = 0, notes = {}, forged = false, stamp = EMPTY_STAMP, ...given } = more
  const stamped = candidates.flatMap(({ source, address: where }) => (source === 'stamp' ? [where] : []))
  const newestMs = Math.max(0, ...candidates.map(({ history }) => history?.latest.atMs ?? 0))
  const monotonicMs = newestMs + laterMs
  const now = { monotonicMs, epochMs: OPENED_AT_MS + monotonicMs }
  const decided = Object.entries(notes) as [MachineIdentifier, (nowEpochMs: number) => Note][]
  return {
    now,
    visible: true,
    returnedAtMs: -3_600_000,
    openSinceMs: null,
    reducedMotion: false,
    unreadableAt: false,
    online: true,
    pageOrigin: candidates.find(({ source }) => source === 'own-origin')?.address ?? null,
    browser: { family: 'other', onMac: false },
    fromAfar: false,
    stamp: { ...stamp, addresses: stamp.addresses.length > 0 ? stamp.addresses : stamped },
    unasked: null,
    candidates,
    search: null,
    remembered: false,
    named: [],
    chosen: null,
    permission: 'unknown',
    account: 'unasked',
    code: { result: null, fetchedAtMs: null },
    answers: NO_EVIDENCE.answers,
    notes: new Map(decided.map(([machine, note]) => [machine, note(now.epochMs)])),
    leftHere: new Set(forged ? [] : decided.map(([machine]) => machine)),
    ...given,
  }
}
