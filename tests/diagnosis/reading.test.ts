import { describe, expect, it } from 'vitest'
import type { ProbeEvidence } from '../../src/diagnosis/evidence.ts'
import {
  clockIsOff,
  hasTried,
  isAway,
  isFarKind,
  isHeldPerhaps,
  isKeptOff,
  isNearKind,
  isPresent,
  keepsRestarting,
  mayDemandSecure,
  mustBeClaimed,
  readingOf,
  runsOnWindows,
  startsLong,
  startsTooLong,
  waitsLong,
  type Reading,
} from '../../src/diagnosis/reading.ts'
import type { AddressClass } from '../../src/lib/address-class.ts'
import { CLAIMED, evidence, MINUTE_MS, probe, server, UNCLAIMED, type Given } from './evidence-fixture.ts'

const OFF = server('claimed', { health: 'failing' })
const READABLE = ['claimed', 'unclaimed', 'unknown'] as const

describe('what can be read of the server at all', () => {
  it.each<readonly [what: string, given: Given, reading: Reading]>([
    ['it says that it starts, whatever it said before', { server: CLAIMED, startingForMs: 0 }, 'starting'],
    ['it is on screen', { server: CLAIMED }, 'claimed'],
    ['it is on screen, and off', { server: OFF }, 'claimed'],
    ['nobody was asked', {}, 'nothing'],
    ['nobody answers', { probes: [probe('silent'), probe('refused')] }, 'nothing'],
    ['one of them hides its answer', { probes: [probe('silent'), probe('unreadable')] }, 'hidden'],
    ['one hides, and another can be read', { probes: [probe('unreadable'), probe('unclaimed')] }, 'unknown'],
  ])('%s', (_what, given, reading) => {
    expect(readingOf(evidence(given))).toBe(reading)
  })

  it.each(READABLE)('several, one of which says "%s", and nobody has picked one', (said) => {
    expect(readingOf(evidence({ probes: [probe('silent'), probe(said)] }))).toBe('unknown')
  })
})

describe('a media server answers right now', () => {
  it.each<readonly [what: string, given: Given, present: boolean, away: boolean]>([
    ['on screen', { server: UNCLAIMED }, true, false],
    ['not where the one on screen fails', { server: OFF }, false, true],
    ['not while it starts', { server: UNCLAIMED, startingForMs: 1 }, false, false],
    [
      'not where it fails while it starts, which is no absence',
      { server: OFF, startingForMs: 1 },
      false,
      false,
    ],
    ['among several', { probes: [probe('silent'), probe('claimed')] }, true, false],
    ['not where none of them can be read', { probes: [probe('unreadable')] }, false, false],
  ])('%s', (_what, given, present, away) => {
    expect([isPresent(evidence(given)), isAway(evidence(given))]).toEqual([present, away])
  })
})

describe('times', () => {
  it('five minutes of starting are long, and thirty too long', () => {
    const starts = (startingForMs: number | null) => {
      const given = evidence({ startingForMs, restarts: 2 })
      return [startsLong(given), startsTooLong(given), keepsRestarting(given)]
    }
    expect(starts(null)).toEqual([false, false, false])
    expect(starts(5 * MINUTE_MS - 1)).toEqual([false, false, true])
    expect(starts(5 * MINUTE_MS)).toEqual([true, false, true])
    expect(starts(30 * MINUTE_MS - 1)).toEqual([true, false, true])
    expect(starts(30 * MINUTE_MS)).toEqual([true, true, true])
  })

  it('one restart may be an update, two have a reason', () => {
    const again = (restarts: number) => keepsRestarting(evidence({ startingForMs: 1, restarts }))
    expect([0, 1, 2].map(again)).toEqual([false, false, true])
  })

  it('five minutes of waiting are long, unless it is overdue already', () => {
    const waits = (forMs: number, overdue = false) =>
      waitsLong(evidence({ waiting: { by: 'sign-in', forMs, overdue, pinRanOut: false } }))
    expect(waitsLong(evidence({}))).toBe(false)
    expect(waits(5 * MINUTE_MS - 1)).toBe(false)
    expect(waits(5 * MINUTE_MS)).toBe(true)
    expect(waits(5 * MINUTE_MS, true)).toBe(false)
  })

  it('a clock is off from five minutes on, in either direction', () => {
    const off = (clockOffMs: number | null) => clockIsOff(evidence({ clockOffMs }))
    expect(off(null)).toBe(false)
    expect([5 * MINUTE_MS - 1, 1 - 5 * MINUTE_MS].map(off)).toEqual([false, false])
    expect([5 * MINUTE_MS, -5 * MINUTE_MS].map(off)).toEqual([true, true])
  })
})

describe('a server that might close every connection that is not secure', () => {
  it.each<readonly [what: string, probes: readonly ProbeEvidence[], may: boolean]>([
    ['where its port fails at once', [probe('refused')], true],
    ['not on this computer', [probe('refused', { kind: 'loopback' })], false],
    ['not where it is silent', [probe('silent')], false],
    ['not where only another address fails at once', [probe('silent'), probe('refused')], false],
    ['where it is known that it hung up', [probe('refused', { kind: 'loopback', hungUp: true })], true],
    ['not where it is known that it did not', [probe('refused', { hungUp: false })], false],
    ['not where nobody was asked', [], false],
  ])('%s', (_what, probes, may) => {
    expect(mayDemandSecure(evidence({ probes }))).toBe(may)
  })

  it('is none that is on screen, and none that the browser keeps the page from', () => {
    const probes = [probe('refused')]
    expect(mayDemandSecure(evidence({ server: CLAIMED, probes }))).toBe(false)
    expect(mayDemandSecure(evidence({ openedFrom: 'outside', probes }))).toBe(false)
    expect(mayDemandSecure(evidence({ openedFrom: 'outside', permission: 'granted', probes }))).toBe(true)
  })
})

describe('a page from outside', () => {
  const outside = (given: Given) => evidence({ openedFrom: 'outside', ...given })
  it.each<readonly [what: string, given: Given, keptOff: boolean, held: boolean]>([
    ['is kept off where all fail at once', { probes: [probe('refused'), probe('refused')] }, true, false],
    [
      'is not where the browser allows it',
      { probes: [probe('refused')], permission: 'granted' },
      false,
      false,
    ],
    ['is held perhaps where all are silent', { probes: [probe('silent'), probe('silent')] }, false, true],
    ['is held perhaps where the only one is silent', { probes: [probe('silent')] }, false, true],
    ['is neither where some are', { probes: [probe('silent'), probe('refused')] }, false, false],
    ['is neither where nobody was asked', { probes: [] }, false, false],
    ['is neither at home', { openedFrom: 'lan', probes: [probe('refused')] }, false, false],
    ['is not held at home', { openedFrom: 'file', probes: [probe('silent')] }, false, false],
  ])('%s', (_what, given, keptOff, held) => {
    expect([isKeptOff(outside(given)), isHeldPerhaps(outside(given))]).toEqual([keptOff, held])
  })
})

describe('where it runs', () => {
  it.each<readonly [what: string, given: Given, windows: boolean]>([
    ['as an app of Windows', { answers: { runs: 'windows-app' } }, true],
    ['as a service of Windows', { answers: { runs: 'windows-service' } }, true],
    ['on Windows, as the file says', { platform: 'Windows' }, true],
    ['in a container, whatever the file says', { platform: 'Windows', answers: { runs: 'docker' } }, false],
    ['on Linux, as the file says', { platform: 'Linux' }, false],
    ['nobody knows', {}, false],
  ])('on Windows: %s', (_what, given, windows) => {
    expect(runsOnWindows(evidence(given))).toBe(windows)
  })
})

describe('must it be claimed?', () => {
  const before = server('unclaimed', { version: '1.29.1' })
  it.each<readonly [what: string, given: Given, must: boolean | null]>([
    ['as the file says', { server: before, enforced: true }, true],
    ['not, as the file says', { server: UNCLAIMED, enforced: false, platform: 'Windows' }, false],
    [
      'by its version, where the file is that of another machine',
      { server: UNCLAIMED, enforced: false, identity: 'other', platform: 'Windows' },
      true,
    ],
    ['by its version on Windows', { server: UNCLAIMED, platform: 'Windows' }, true],
    ['not by its version on a Mac', { server: before, platform: 'MacOSX' }, false],
    ['not known on Linux', { server: UNCLAIMED, platform: 'Linux' }, null],
    ['not known where nobody knows where it runs', { server: UNCLAIMED }, null],
    [
      'not known without a version',
      { server: server('unclaimed', { version: null }), platform: 'MacOSX' },
      null,
    ],
    ['not known without a server', { platform: 'MacOSX' }, null],
    ['by what the person says', { server: UNCLAIMED, platform: 'Linux', answers: { runs: 'mac' } }, true],
  ])('%s', (_what, given, must) => {
    expect(mustBeClaimed(evidence(given))).toBe(must)
  })
})

it.each<readonly [kind: AddressClass, far: boolean, near: boolean]>([
  ['loopback', false, true],
  ['private', false, true],
  ['link-local', false, true],
  ['unique-local', false, true],
  ['shared', true, false],
  ['public', true, false],
  ['name', false, false],
  ['local-name', false, false],
])('an address of the kind "%s" is outside: %s, at home: %s', (kind, far, near) => {
  expect([isFarKind(kind), isNearKind(kind)]).toEqual([far, near])
})

it('somebody has tried in vain where a sign-in is overdue, or a code was used', () => {
  const waiting = { by: 'sign-in', forMs: 1, overdue: false, pinRanOut: false } as const
  expect(hasTried(evidence({}))).toBe(false)
  expect(hasTried(evidence({ waiting }))).toBe(false)
  expect(hasTried(evidence({ waiting: { ...waiting, overdue: true } }))).toBe(true)
  expect(hasTried(evidence({ code: 'ran-out' }))).toBe(true)
})
