import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  isOverdue,
  isTimeToAsk,
  leaveNote,
  leftHereOf,
  newNote,
  noteFinished,
  noteKeyFor,
  noteNotYet,
  noteReturn,
  notesOf,
  parseNote,
  tearUpNote,
  type Note,
} from '../../src/account/note.ts'
import { readStored } from '../../src/lib/storage.ts'
import { ATTIC, CELLAR } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const NOW = Date.parse('2026-11-23T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

function left(agoMs: number, more: Partial<Note> = {}): Note {
  return newNote('signing-in', NOW - agoMs, more)
}

describe('overdue', () => {
  it.each([
    ['a moment ago', left(0), false],
    ['half an hour ago', left(30 * MINUTE), false],
    ['and a millisecond more', left(30 * MINUTE + 1), true],
    ['with a code that is still good', left(MINUTE, { expiresAtMs: NOW + 1 }), false],
    ['with a code that runs out right now', left(MINUTE, { expiresAtMs: NOW }), true],
    ['with a code that has run out', left(MINUTE, { expiresAtMs: NOW - 1 }), true],
    [
      'with a code that is good for longer than half an hour',
      left(31 * MINUTE, { expiresAtMs: NOW + HOUR }),
      true,
    ],
    ['a minute from now: clocks differ a little', left(-MINUTE), false],
    ['later than that: somebody set the clock back', left(-MINUTE - 1), true],
    ['in a year', left(-365 * 24 * HOUR), true],
    ['said to be finished almost a minute ago', left(5 * MINUTE, { finishedAtMs: NOW - MINUTE + 1 }), false],
    ['said to be finished a minute ago', left(5 * MINUTE, { finishedAtMs: NOW - MINUTE }), true],
    ['back for long, and nobody said anything', left(5 * MINUTE, { backAtMs: NOW - 4 * MINUTE }), false],
  ])('%s', (_what, note, expected) => {
    expect(isOverdue(note, NOW)).toBe(expected)
  })

  it('nothing waits for ever, whatever the note says', () => {
    const note = fc.record({
      decision: fc.constantFrom('signing-in' as const, 'not-now' as const),
      atMs: fc.double({ noNaN: true, noDefaultInfinity: true }),
      expiresAtMs: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      opens: fc.constantFrom('here' as const, 'beside' as const, null),
      backAtMs: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      finishedAtMs: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    })
    fc.assert(
      fc.property(note, fc.maxSafeInteger(), (any, nowMs) => {
        const waitsAt = (atMs: number) => !isOverdue(any, atMs)
        if (waitsAt(nowMs)) expect(waitsAt(nowMs + 31 * MINUTE + 1)).toBe(false)
      }),
    )
  })
})

describe('the question whether somebody has finished signing in', () => {
  it.each([
    ['not while nobody is back', left(5 * MINUTE), false],
    ['not in the first 20 s after they came back', left(MINUTE, { backAtMs: NOW - 19_999 }), false],
    ['20 s after they came back', left(MINUTE, { backAtMs: NOW - 20_000 }), true],
    ['not twice', left(MINUTE, { backAtMs: NOW - 50_000, finishedAtMs: NOW - 10_000 }), false],
    [
      'not where a claim code was sent',
      left(MINUTE, { decision: 'sent-code', backAtMs: NOW - MINUTE }),
      false,
    ],
    ['not after "not now"', left(MINUTE, { decision: 'not-now', backAtMs: NOW - MINUTE }), false],
  ])('is asked: %s', (_when, note, expected) => {
    expect(isTimeToAsk(note, NOW)).toBe(expected)
  })
})

describe('read from storage', () => {
  it.each([
    ['a note', left(MINUTE), left(MINUTE)],
    ['with a code', left(MINUTE, { expiresAtMs: NOW }), left(MINUTE, { expiresAtMs: NOW })],
    ['two hours old', left(2 * HOUR), left(2 * HOUR)],
    ['older than that: forgotten', left(2 * HOUR + 1), null],
    [
      '"not now" is respected for longer',
      left(48 * HOUR, { decision: 'not-now' }),
      left(48 * HOUR, { decision: 'not-now' }),
    ],
    ['from a clock that was ahead', left(-HOUR), left(-HOUR)],
    ['more than a note', { ...left(MINUTE), token: 'secret' }, left(MINUTE)],
    [
      'of an earlier version of the page',
      { decision: 'signing-in', atMs: NOW - MINUTE, expiresAtMs: null },
      left(MINUTE),
    ],
    [
      'of somebody who is back and has finished',
      left(MINUTE, { opens: 'here', backAtMs: NOW - 30_000, finishedAtMs: NOW }),
      left(MINUTE, { opens: 'here', backAtMs: NOW - 30_000, finishedAtMs: NOW }),
    ],
    ['opened somewhere else', { ...left(MINUTE), opens: 'window' }, null],
    ['back in words', { ...left(MINUTE), backAtMs: 'now' }, null],
    ['finished in words', { ...left(MINUTE), finishedAtMs: true }, null],
    ['another decision', { ...left(MINUTE), decision: 'signed-in' }, null],
    ['no decision', { atMs: NOW, expiresAtMs: null }, null],
    ['no time', { decision: 'signing-in', expiresAtMs: null }, null],
    ['a time in words', { ...left(MINUTE), atMs: '2026-11-23' }, null],
    ['an end in words', { ...left(MINUTE), expiresAtMs: '2026-11-23' }, null],
    ['no word about an end', { decision: 'signing-in', atMs: NOW }, null],
    ['a list', [left(MINUTE)], null],
    ['nothing', null, null],
    ['true', true, null],
  ])('%s', (_what, kept, expected) => {
    expect(parseNote(JSON.stringify(kept), NOW)).toEqual(expected)
  })

  it.each([
    ['nothing kept', null],
    ['an empty text', ''],
    ['half a note', '{"decision":"signing-in"'],
    ['a time without end', '{"decision":"signing-in","atMs":1e999,"expiresAtMs":null}'],
    ['an end without end', `{"decision":"signing-in","atMs":${NOW},"expiresAtMs":1e999}`],
    ['a note in its prototype', '{"__proto__":{"decision":"not-now","atMs":0,"expiresAtMs":null}}'],
  ])('%s is no note', (_what, text) => {
    expect(parseNote(text, NOW)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const note = parseNote(text, NOW)
        if (note !== null) expect(['signing-in', 'not-now']).toContain(note.decision)
      }),
    )
  })
})

describe('left for later', () => {
  const kept = (machineIdentifier: typeof ATTIC) =>
    parseNote(readStored('local', noteKeyFor(machineIdentifier)), NOW)

  it('is found again, for this server only, until it is torn up', () => {
    leaveNote(ATTIC, left(MINUTE))
    leaveNote(CELLAR, left(0, { decision: 'not-now' }))
    expect(kept(ATTIC)).toEqual(left(MINUTE))
    tearUpNote(ATTIC)
    expect(kept(ATTIC)).toBeNull()
    expect(kept(CELLAR)).toEqual(left(0, { decision: 'not-now' }))
    tearUpNote(CELLAR)
  })

  it('says when the person came back, the first time and no other', () => {
    leaveNote(ATTIC, left(MINUTE))
    noteReturn(ATTIC, NOW - 30_000, NOW)
    noteReturn(ATTIC, NOW - 10_000, NOW)
    expect(kept(ATTIC)).toEqual(left(MINUTE, { backAtMs: NOW - 30_000 }))
  })

  it('is not written again where it says so already: every writing wakes the other tabs', () => {
    leaveNote(ATTIC, left(MINUTE))
    noteReturn(ATTIC, NOW - 30_000, NOW)
    const written = vi.spyOn(Storage.prototype, 'setItem')
    noteReturn(ATTIC, NOW - 10_000, NOW)
    expect(written).not.toHaveBeenCalled()
    written.mockRestore()
  })

  it('says when the person has finished', () => {
    leaveNote(ATTIC, left(MINUTE, { expiresAtMs: NOW + MINUTE }))
    noteFinished(ATTIC, NOW)
    expect(kept(ATTIC)).toEqual(left(MINUTE, { expiresAtMs: NOW + MINUTE, finishedAtMs: NOW }))
  })

  it('begins anew, by the same link, with a person who has not finished yet', () => {
    leaveNote(ATTIC, left(MINUTE, { expiresAtMs: NOW + MINUTE, opens: 'beside' }))
    noteReturn(ATTIC, NOW - 30_000, NOW)
    noteNotYet(ATTIC, NOW)
    expect(kept(ATTIC)).toEqual(left(0, { expiresAtMs: NOW + MINUTE, opens: 'beside' }))
  })

  it.each([
    ['no note', null],
    ['the note of somebody who said "not now"', left(MINUTE, { decision: 'not-now' })],
    ['the note of a claim code', left(MINUTE, { decision: 'sent-code' })],
  ])('is left alone: %s', (_what, note) => {
    if (note === null) tearUpNote(ATTIC)
    else leaveNote(ATTIC, note)
    noteReturn(ATTIC, NOW, NOW)
    noteFinished(ATTIC, NOW)
    noteNotYet(ATTIC, NOW)
    expect(kept(ATTIC)).toEqual(note)
  })

  it('tells for which machines somebody left from this tab, until it is torn up', () => {
    leaveNote(ATTIC, left(MINUTE))
    expect(leftHereOf([ATTIC, CELLAR])).toEqual(new Set([ATTIC]))
    tearUpNote(ATTIC)
    expect(leftHereOf([ATTIC, CELLAR])).toEqual(new Set())
  })

  it('is found for each of the machines that has one', () => {
    leaveNote(ATTIC, left(MINUTE))
    tearUpNote(CELLAR)
    expect(notesOf([ATTIC, CELLAR], NOW)).toEqual(new Map([[ATTIC, left(MINUTE)]]))
    expect(notesOf([], NOW)).toEqual(new Map())
    tearUpNote(ATTIC)
  })

  it('does not make a person who comes back the one who left from this tab', () => {
    sessionStorage.clear()
    localStorage.setItem(`setup-plex:${noteKeyFor(ATTIC)}`, JSON.stringify(left(MINUTE)))
    noteReturn(ATTIC, NOW, NOW)
    noteFinished(ATTIC, NOW)
    expect(kept(ATTIC)).toMatchObject({ backAtMs: NOW, finishedAtMs: NOW })
    expect(leftHereOf([ATTIC])).toEqual(new Set())
  })
})
