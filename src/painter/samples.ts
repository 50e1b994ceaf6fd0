import type { MessageDescriptor } from '@lingui/core'
import { newNote } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { record } from '../server/address-history.ts'
import type { Claim } from '../server/identity.ts'
import type { Outcome } from '../server/outcome.ts'
import { EMPTY_STAMP } from '../stamp/stamp.ts'
import type { Facts } from '../wizard/facts/facts.ts'
import { knownOf, type Known } from '../wizard/screen/known.ts'
import { askingWords } from '../wizard/words/asking-words.ts'
import { lastCheckWords } from '../wizard/words/last-check-words.ts'
import { waitingLead } from '../wizard/words/waiting-words.ts'
import { markFor } from './marks.ts'
import type { PictureName } from './pictures.ts'

const AT_MS = 1_000
const NOW = { monotonicMs: AT_MS, epochMs: AT_MS }
const NOTE = newNote('signing-in', AT_MS, { opens: 'beside' })
/** As the computer that builds the page writes it, wherever that is. */
const CHECKED = lastCheckWords(AT_MS, NOW, 'en')
const HOST = 'address.of.the.server:32400'
const VERSION = '9.8.7.6543-of-the-server'
/** Values that stand for others: where they come up in a drawing, the real one is filled in. */
export const STAND_INS: Readonly<Record<string, string>> = {
  line: `${HOST} · 9.8.7`,
  version: VERSION,
  tail: 'beaded',
  tookMs: '98765',
  iso: CHECKED.iso,
  clock: CHECKED.clock,
}
/** The same of values in messages, which are too short to be told from other words. */
export const STAND_IN_VALUES: Readonly<Record<string, string>> = { ...STAND_INS, when: CHECKED.when }
const MACHINE = 'feedfacefeedfacefeedfacefeedfacefebeaded' as MachineIdentifier
const ADDRESS = `http://${HOST}` as Address

/** Facts that lead to each picture. */
export const SAMPLES: Readonly<Record<PictureName, Known>> = {
  looking: sample(null),
  starting: sample('starting'),
  found: sample('claimed'),
  unclaimed: sample('unclaimed'),
  'unclaimed-here': sample('unclaimed', {
    pageOrigin: ADDRESS,
    signIn: { code: 'ABCD', expiresAtMs: AT_MS + 60_000 },
  }),
  confirming: sample('unclaimed', { signingIn: true }),
}

/** Sentences of which one of several is filled in. */
export const STAND_IN_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  asking: askingWords({ address: ADDRESS, source: 'stamp', expects: null }),
  lead: waitingLead(NOTE),
}

type SampleFacts = {
  readonly pageOrigin?: Facts['pageOrigin']
  readonly signIn?: Facts['stamp']['signIn']
  readonly signingIn?: boolean
}

function sample(
  claim: Claim | 'starting' | null,
  { pageOrigin = null, signIn = null, signingIn = false }: SampleFacts = {},
): Known {
  const history = claim === null ? null : record(null, answer(claim))
  return knownOf({
    now: NOW,
    visible: true,
    returnedAtMs: 0,
    openSinceMs: null,
    reducedMotion: false,
    online: true,
    pageOrigin,
    browser: { family: 'other', onMac: false },
    fromAfar: false,
    stamp: {
      ...EMPTY_STAMP,
      machineIdentifier: MACHINE,
      friendlyName: markFor('name'),
      addresses: [ADDRESS],
      signIn,
    },
    unasked: null,
    unreadableAt: false,
    candidates: [
      { address: ADDRESS, source: pageOrigin === null ? 'stamp' : 'own-origin', expects: null, history },
    ],
    search: null,
    remembered: false,
    named: [],
    chosen: null,
    permission: 'unknown',
    account: 'unasked',
    code: { result: null, fetchedAtMs: null },
    answers: {} as Facts['answers'],
    notes: new Map(signingIn ? [[MACHINE, NOTE]] : []),
    leftHere: new Set(signingIn ? [MACHINE] : []),
  })
}

function answer(claim: Claim | 'starting'): Outcome {
  const when = { atMs: AT_MS, tookMs: Number(STAND_INS['tookMs']) }
  const identity = { machineIdentifier: MACHINE, version: VERSION, startState: null }
  return claim === 'starting'
    ? { kind: 'starting', retryAfterMs: null, ...when }
    : { kind: 'identity', identity: { ...identity, claim }, ...when }
}
