import type { MessageDescriptor } from '@lingui/core'
import { newNote } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { record } from '../server/address-history.ts'
import type { Claim } from '../server/identity.ts'
import { EMPTY_STAMP } from '../stamp/stamp.ts'
import type { Facts } from '../wizard/facts/facts.ts'
import { knownOf, type Known } from '../wizard/screen/known.ts'
import { askingWords } from '../wizard/words/asking-words.ts'
import { markFor } from './marks.ts'
import type { PictureName } from './pictures.ts'

/** Values that stand for others: where they come up in a drawing, the real one is filled in. */
const HOST = 'address.of.the.server:32400'
const VERSION = '9.8.7.6543-of-the-server'
export const STAND_INS: Readonly<Record<string, string>> = {
  line: `${HOST} · 9.8.7`,
  version: VERSION,
  tail: 'beaded',
  tookMs: '98765',
}
const MACHINE = 'feedfacefeedfacefeedfacefeedfacefebeaded' as MachineIdentifier
const ADDRESS = `http://${HOST}` as Address
const AT_MS = 1_000

/** Facts that lead to each picture. */
export const SAMPLES: Readonly<Record<PictureName, Known>> = {
  looking: sample(null),
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
}

type SampleFacts = {
  readonly pageOrigin?: Facts['pageOrigin']
  readonly signIn?: Facts['stamp']['signIn']
  readonly signingIn?: boolean
}

function sample(
  claim: Claim | null,
  { pageOrigin = null, signIn = null, signingIn = false }: SampleFacts = {},
): Known {
  const identity = { machineIdentifier: MACHINE, version: VERSION, startState: null }
  const history =
    claim === null
      ? null
      : record(null, {
          kind: 'identity',
          identity: { ...identity, claim },
          atMs: AT_MS,
          tookMs: Number(STAND_INS['tookMs']),
        })
  return knownOf({
    now: { monotonicMs: AT_MS, epochMs: AT_MS },
    visible: true,
    returnedAtMs: 0,
    online: true,
    pageOrigin,
    browser: { family: 'other', onMac: false },
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
    notes: new Map(signingIn ? [[MACHINE, newNote('signing-in', AT_MS, { opens: 'beside' })]] : []),
    leftHere: new Set(signingIn ? [MACHINE] : []),
  })
}
