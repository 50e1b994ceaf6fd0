import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { newNote, type Note } from '../../src/account/note.ts'
import { NO_EVIDENCE } from '../../src/diagnosis/evidence.ts'
import type { MachineIdentifier } from '../../src/lib/machine-identifier.ts'
import type { Address } from '../../src/lib/address.ts'
import { record, isGivenUp, isStarting, type AddressHistory } from '../../src/server/address-history.ts'
import type { Outcome } from '../../src/server/outcome.ts'
import { EMPTY_STAMP, type Stamp } from '../../src/stamp/stamp.ts'
import type { Candidate } from '../../src/wizard/facts/candidates.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { machineOn, SCREEN_NAMES, type Screen } from '../../src/wizard/screen/screen.ts'
import type { Server } from '../../src/wizard/screen/server.ts'
import { standingOf } from '../../src/wizard/screen/trust.ts'
import { outcomeOf } from '../../src/gallery/said.ts'
import {
  ATTIC,
  CELLAR,
  FAR,
  HERE,
  LAN,
  LAN_2,
  OPENED_AT_MS,
  says,
  stampOf,
  screenFor,
} from './facts-fixture.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

type Household = {
  readonly stamp: Stamp
  readonly origin: Facts['pageOrigin']
  readonly candidates: readonly Candidate[]
}

type Step = { readonly afterMs: number } & (
  | { readonly kind: 'answer'; readonly index: number; readonly said: Parameters<typeof outcomeOf>[0] }
  | { readonly kind: 'note'; readonly about: MachineIdentifier; readonly note: Note['decision'] | null }
  | { readonly kind: 'choice'; readonly chosen: MachineIdentifier | null }
  | { readonly kind: 'nothing' }
)

const machine = fc.constantFrom(ATTIC, CELLAR)
const failure = fc.constantFrom(
  'silent',
  'refused',
  'unreadable',
  'another-product',
  'turned-away',
  'redirected',
)
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('claimed', 'unclaimed') },
  { weight: 1, arbitrary: fc.constantFrom('unknown', '503') },
  { weight: 2, arbitrary: failure },
)
const manner = (by: fc.Arbitrary<MachineIdentifier>) =>
  fc.record({ by, startState: fc.constantFrom(true, false, false, false) })

const afterMs = fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 3_600_000 }))

const answersBy = (by: fc.Arbitrary<MachineIdentifier>): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant('answer' as const),
    afterMs,
    index: fc.nat(1),
    said: fc.tuple(word, manner(by)).map(([what, how]) => says(what, how)),
  })

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: answersBy(machine) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      afterMs,
      about: machine,
      note: fc.constantFrom('signing-in' as const, 'not-now' as const, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('choice' as const), afterMs, chosen: fc.option(machine) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nothing' as const), afterMs }) },
)

const household: fc.Arbitrary<Household> = fc.record({
  stamp: fc.constantFrom(EMPTY_STAMP, stampOf(ATTIC)),
  origin: fc.constantFrom(null, LAN, FAR),
  candidates: fc
    .tuple(
      fc.constantFrom('url' as const, 'own-origin' as const, 'stamp' as const, 'used' as const),
      fc.constantFrom('stamp' as const, 'used' as const, 'loopback' as const),
      fc.option(machine),
      fc.option(machine),
    )
    .map(([firstSource, secondSource, expectedFirst, expectedSecond]) => [
      { address: LAN, source: firstSource, expects: expectedFirst },
      { address: LAN_2, source: secondSource, expects: expectedSecond },
    ]),
})

type Moment = {
  readonly step: Step | null
  readonly facts: Facts
  readonly screen: Screen
  /** Everything that was said so far, in order, and where. */
  readonly said: readonly (Outcome & { readonly address: Address | undefined })[]
}

/** Lives through the steps and keeps what was on screen after each. */
function lived({ stamp, origin, candidates }: Household, steps: readonly Step[]): readonly Moment[] {
  const histories: (AddressHistory | null)[] = candidates.map(() => null)
  const notes = new Map<MachineIdentifier, Note>()
  const said: Moment['said'][number][] = []
  let chosen: MachineIdentifier | null = null
  let monotonicMs = 0

  const moment = (step: Step | null): Moment => {
    const remembered = new Map(notes)
    const facts: Facts = {
      now: { monotonicMs, epochMs: OPENED_AT_MS + monotonicMs },
      visible: true,
      returnedAtMs: 0,
      openSinceMs: null,
      reducedMotion: false,
      unreadableAt: false,
      online: true,
      fromAfar: false,
      pageOrigin: origin,
      stamp,
      unasked: null,
      named: [],
      candidates: candidates.map((candidate, index) => ({ ...candidate, history: histories[index] ?? null })),
      search: null,
      remembered: false,
      browser: { family: 'other', onMac: false },
      chosen,
      permission: 'unknown',
      account: 'unasked',
      code: { result: null, fetchedAtMs: null },
      answers: NO_EVIDENCE.answers,
      notes: remembered,
      leftHere: new Set(remembered.keys()),
    }
    return { step, facts, screen: screenFor(facts), said: [...said] }
  }

  const moments = [moment(null)]
  for (const step of steps) {
    monotonicMs += step.afterMs
    switch (step.kind) {
      case 'answer': {
        const outcome = outcomeOf(step.said, monotonicMs)
        histories[step.index] = record(histories[step.index] ?? null, outcome)
        said.push({ ...outcome, address: candidates[step.index]?.address })
        break
      }
      case 'note':
        if (step.note === null) notes.delete(step.about)
        else notes.set(step.about, newNote(step.note, OPENED_AT_MS + monotonicMs))
        break
      case 'choice':
        chosen = step.chosen
        break
      case 'nothing':
        break
    }
    moments.push(moment(step))
  }
  return moments
}

/** What this machine said last about being claimed, at whatever address. */
function newestClaimBy(machineIdentifier: MachineIdentifier | null, { said }: Moment): string | null {
  const answer = said.findLast(
    (outcome) => outcome.kind === 'identity' && outcome.identity.machineIdentifier === machineIdentifier,
  )
  return answer?.kind === 'identity' ? answer.identity.claim : null
}

const life = fc.array(anyStep, { maxLength: 30, size: 'max' })

/** The same where each address keeps its machine; one that changes hands is a stranger's. */
function keptBy(first: MachineIdentifier, second: MachineIdentifier, step: Step): Step {
  if (step.kind !== 'answer' || typeof step.said === 'string') return step
  const [what, how] = step.said
  return { ...step, said: says(what, { ...how, by: step.index === 0 ? first : second }) }
}

it('has a stage for everything that can happen, and the same one for the same facts', () => {
  fc.assert(
    fc.property(household, life, (home, steps) => {
      for (const { facts, screen } of lived(home, steps)) {
        expect(SCREEN_NAMES).toContain(screen.name)
        expect(screenFor(facts)).toEqual(screen)
      }
    }),
  )
})

it('has a stage for every moment in between, whatever the clocks say', () => {
  const time = fc.double({ noNaN: true })
  fc.assert(
    fc.property(household, life, time, time, (home, steps, monotonicMs, epochMs) => {
      for (const { facts } of lived(home, steps)) {
        expect(SCREEN_NAMES).toContain(screenFor({ ...facts, now: { monotonicMs, epochMs } }).name)
      }
    }),
  )
})

it('never goes from claimed to unclaimed unless the server said so since', () => {
  const faithful = fc
    .tuple(machine, machine, life)
    .map(([first, second, steps]) => steps.map((step) => keptBy(first, second, step)))
  fc.assert(
    fc.property(household, faithful, (home, steps) => {
      let before: Screen | null = null
      for (const now of lived(home, steps)) {
        const wasClaimed = before?.name === 'claimed' ? machineOn(before) : null
        if (now.screen.name === 'unclaimed' && machineOn(now.screen) === wasClaimed) {
          expect(newestClaimBy(wasClaimed, now)).toBe('unclaimed')
        }
        before = now.screen
      }
    }),
    { numRuns: 1_000 },
  )
})

it('stays claimed until the server says otherwise, whatever fails and wherever it is asked', () => {
  const home: fc.Arbitrary<Household> = fc.constant({
    stamp: stampOf(ATTIC),
    origin: null,
    candidates: [
      { address: LAN, source: 'stamp', expects: null },
      { address: LAN_2, source: 'stamp', expects: null },
    ],
  })
  const steps = fc.array(answersBy(fc.constant(ATTIC)), { maxLength: 20, size: 'max' })
  fc.assert(
    fc.property(home, steps, (attic, answers) => {
      let claimed = false
      for (const now of lived(attic, answers)) {
        const saysClaimed = newestClaimBy(ATTIC, now) === 'claimed'
        if (claimed && saysClaimed) expect(now.screen.name).toBe('claimed')
        claimed = saysClaimed && now.screen.name === 'claimed'
      }
    }),
    { numRuns: 1_000 },
  )
})

it('shows "claimed" only after two agreeing answers of that machine, half a second apart', () => {
  fc.assert(
    fc.property(household, life, (home, steps) => {
      for (const { screen, said } of lived(home, steps)) {
        if (screen.name !== 'claimed') continue
        const times = said
          .filter(
            (outcome) =>
              outcome.kind === 'identity' &&
              outcome.identity.claim === 'claimed' &&
              outcome.identity.machineIdentifier === machineOn(screen),
          )
          .map(({ atMs }) => atMs)
        expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(500)
      }
    }),
  )
})

it('offers no other machine than the stamped one, unless the person chose it', () => {
  fc.assert(
    fc.property(household, life, (home, steps) => {
      for (const { facts, screen } of lived(home, steps)) {
        const wanted = facts.chosen ?? facts.stamp.machineIdentifier
        if (wanted === null) continue
        expect(screen.name).not.toBe('choosing')
        expect([null, wanted]).toContain(machineOn(screen))
        expect([undefined, wanted]).toContain(screen.server?.identity.machineIdentifier)
      }
    }),
    { numRuns: 1_000 },
  )
})

it('offers what it found as it found it', () => {
  fc.assert(
    fc.property(household, life, (home, steps) => {
      for (const { facts, screen } of lived(home, steps)) {
        const servers = screen.name === 'choosing' ? screen.servers : [screen.server]
        for (const server of servers) {
          if (server === null) continue
          const source = facts.candidates.find(({ address }) => address === server.address)
          expect(server.identity).toEqual(source?.history?.good?.identity)
        }
      }
    }),
  )
})

it('shows the flag of a server only where the server gave one', () => {
  fc.assert(
    fc.property(household, life, (home, steps) => {
      for (const now of lived(home, steps)) {
        const { name } = now.screen
        if (name !== 'unclaimed') continue
        const { machineIdentifier } = now.screen.server.identity
        const claims = now.said.flatMap((outcome) =>
          outcome.kind === 'identity' && outcome.identity.machineIdentifier === machineIdentifier
            ? [outcome.identity.claim]
            : [],
        )
        expect(claims).toContain(name)
      }
    }),
  )
})

/** A file that names the first address; to the second, only a search or an earlier visit leads. */
const promisedOne: fc.Arbitrary<Household> = fc
  .tuple(fc.constantFrom(null, ATTIC), fc.constantFrom('used' as const, 'search' as const))
  .map(([machineIdentifier, source]) => ({
    stamp: { ...EMPTY_STAMP, machineIdentifier, addresses: [LAN] },
    origin: null,
    candidates: [
      { address: LAN, source: 'stamp', expects: null },
      { address: LAN_2, source, expects: null },
    ],
  }))

/** Every server that a person can see on it. */
function serversOn(screen: Screen): readonly Server[] {
  if (screen.name === 'choosing' || screen.name === 'searching') return screen.servers
  return screen.server === null ? [] : [screen.server]
}

it('has nobody at an unnamed address on screen while a promised one may still answer', () => {
  let mayAnswer = 0
  fc.assert(
    fc.property(promisedOne, life, (home, steps) => {
      for (const { facts, screen } of lived(home, steps)) {
        const heard = facts.candidates[0]?.history ?? null
        const hides = heard?.latest.kind === 'failure' && heard.latest.reason === 'unreadable'
        const starts = heard !== null && isStarting(heard) && !isGivenUp(heard, facts.now.monotonicMs)
        if (heard !== null && (heard.good !== null || !(hides || starts))) continue
        mayAnswer += 1
        expect(serversOn(screen)).toEqual([])
      }
    }),
    { numRuns: 1_000 },
  )
  expect(mayAnswer).toBeGreaterThan(1_000)
})

it('shows "claimed", and not hearsay, only by two agreeing answers at addresses of one standing that are named', () => {
  let claimed = 0
  fc.assert(
    fc.property(fc.oneof(promisedOne, household), life, (home, steps) => {
      for (const { facts, screen, said } of lived(home, steps)) {
        if (screen.name !== 'claimed') continue
        claimed += 1
        const { standing, identity } = screen.server
        expect(standing).not.toBe('unnamed')
        const told = said.flatMap((outcome) =>
          outcome.kind === 'identity' &&
          outcome.identity.machineIdentifier === identity.machineIdentifier &&
          outcome.address !== undefined &&
          standingOf(outcome.address, facts) === standing
            ? [{ claim: outcome.identity.claim, atMs: outcome.atMs }]
            : [],
        )
        const agreeing = told.slice(told.findLastIndex(({ claim }) => claim !== 'claimed') + 1)
        const times = agreeing.map(({ atMs }) => atMs)
        expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(500)
      }
    }),
    { numRuns: 1_000 },
  )
  expect(claimed).toBeGreaterThan(100)
})

it('never picks among several by a note that this tab did not leave', () => {
  const note = fc.constantFrom('signing-in' as const, 'not-now' as const)
  const unstamped = household.map((home) => ({ ...home, stamp: EMPTY_STAMP }))
  const two = life.map((steps) => steps.map((step) => keptBy(ATTIC, CELLAR, step)))
  let several = 0
  fc.assert(
    fc.property(unstamped, two, machine, note, (home, steps, about, decision) => {
      for (const { facts } of lived(home, steps)) {
        const bare: Facts = { ...facts, notes: new Map(), leftHere: new Set() }
        const atMs = facts.now.epochMs
        const forged: Facts = { ...bare, notes: new Map([[about, newNote(decision, atMs)]]) }
        expect(knownOf(forged).wanted).toBe(knownOf(bare).wanted)
        if (knownOf(bare).servers.length < 2) continue
        several += 1
        expect(screenFor(forged)).toEqual(screenFor(bare))
        expect(screenFor(forged).name).toBe('choosing')
      }
    }),
    { numRuns: 200 },
  )
  expect(several).toBeGreaterThan(100)
})

it('asks nobody while an address far away waits for a yes', () => {
  fc.assert(
    fc.property(household, life, (home, steps) => {
      for (const { facts } of lived(home, steps)) {
        expect(screenFor({ ...facts, unasked: HERE })).toEqual({
          name: 'ask-first',
          server: null,
          address: HERE,
        })
      }
    }),
  )
})
