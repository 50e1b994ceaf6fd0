import { afterEach, describe, expect, it } from 'vitest'
import { leaveNote, newNote, noteKeyFor } from '../../src/account/note.ts'
import { ANSWERS_KEY, keepAnswers } from '../../src/diagnosis/answers.ts'
import { rememberAddress } from '../../src/server/used-addresses.ts'
import { EMPTY_STAMP } from '../../src/stamp/stamp.ts'
import { chooseInstead, chosenKeyFor, NAMED_KEY, nameAddress } from '../../src/wizard/facts/choices.ts'
import { chosenKeyAt, factsOf, parseAt, usedAddresses } from '../../src/wizard/facts/collect.ts'
import { withoutStorage } from '../without-storage.ts'
import { ATTIC, CELLAR, historyFrom, LAN, LAN_2, OPENED_AT_MS, says, stampOf } from './facts-fixture.ts'

afterEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

const opened = { stamp: EMPTY_STAMP, pageOrigin: null }
const at = { address: null, unreadable: false }
const asked = { asked: [{ address: LAN, source: 'stamp', expects: null } as const], unasked: null }
const doings = {
  now: { epochMs: OPENED_AT_MS, monotonicMs: 0 },
  visible: true,
  returnedAtMs: 0,
  openSinceMs: null,
  permission: 'unknown',
  search: null,
  code: { result: null, fetchedAtMs: null },
} as const

describe('what the address bar says', () => {
  it.each([
    [null, { address: null, unreadable: false }],
    [LAN, { address: LAN, unreadable: false }],
    ['', { address: null, unreadable: true }],
    ['javascript:alert(1)', { address: null, unreadable: true }],
  ])('%j', (given, expected) => {
    expect(parseAt(given)).toEqual(expected)
  })
})

describe('where a choice of another machine is kept', () => {
  it.each([
    ['for the machine that wrote the file', stampOf(ATTIC), LAN, chosenKeyFor(ATTIC)],
    ['for the address in the link', EMPTY_STAMP, LAN, chosenKeyFor(LAN)],
    ['for any', EMPTY_STAMP, null, chosenKeyFor(null)],
  ])('%s', (_what, stamp, where, key) => {
    expect(chosenKeyAt({ stamp, pageOrigin: null }, where)).toBe(key)
  })
})

describe('all facts of a moment', () => {
  it('are what was given and what addresses have said', () => {
    const history = historyFrom('unclaimed')
    expect(factsOf(opened, at, asked, [history], doings)).toMatchObject({
      ...opened,
      ...doings,
      unasked: null,
      unreadableAt: false,
      candidates: [{ address: LAN, source: 'stamp', expects: null, history }],
      chosen: null,
      account: 'unasked',
      remembered: false,
      named: [],
      answers: { changed: null, moved: null, runs: null, sees: null },
    })
    expect(factsOf(opened, at, asked, [], doings).candidates[0]?.history).toBeNull()
    expect(
      factsOf(opened, { address: null, unreadable: true }, { asked: [], unasked: LAN }, [], doings),
    ).toMatchObject({
      unasked: LAN,
      unreadableAt: true,
      candidates: [],
    })
  })

  it('are what is kept in this browser, and in this tab', () => {
    rememberAddress({ machineIdentifier: ATTIC, address: LAN_2 })
    nameAddress({ address: LAN, how: 'typed' })
    keepAnswers({ changed: 'password', moved: null, runs: null, sees: null })
    const facts = factsOf(opened, at, asked, [], doings)
    expect(usedAddresses()).toEqual([{ machineIdentifier: ATTIC, address: LAN_2 }])
    expect(facts).toMatchObject({
      remembered: true,
      named: [{ address: LAN, how: 'typed' }],
      answers: { changed: 'password' },
    })
  })

  it('are what the person did in this tab, also where the browser denies storage', () => {
    withoutStorage([ANSWERS_KEY, NAMED_KEY, chosenKeyFor(null)], () => {
      nameAddress({ address: LAN, how: 'typed' })
      chooseInstead(chosenKeyFor(null), CELLAR)
      keepAnswers({ changed: 'password', moved: null, runs: null, sees: null })
      expect(factsOf(opened, at, asked, [], doings)).toMatchObject({
        named: [{ address: LAN, how: 'typed' }],
        chosen: CELLAR,
        answers: { changed: 'password' },
      })
    })
  })

  it('are the notes of the machines that are known: those that answered, the one in the file, and the chosen one', () => {
    const note = newNote('signing-in', OPENED_AT_MS)
    for (const machine of [ATTIC, CELLAR]) leaveNote(machine, note)
    const notesOf = (facts: ReturnType<typeof factsOf>) => [...facts.notes.keys()]
    expect(notesOf(factsOf(opened, at, asked, [], doings))).toEqual([])
    const answered = factsOf(opened, at, asked, [historyFrom(says('unclaimed', { by: CELLAR }))], doings)
    expect(notesOf(answered)).toEqual([CELLAR])
    const stamped = { stamp: stampOf(ATTIC), pageOrigin: null }
    expect(notesOf(factsOf(stamped, at, asked, [], doings))).toEqual([ATTIC])
    chooseInstead(chosenKeyAt(stamped, null), CELLAR)
    const chosen = factsOf(stamped, at, asked, [], doings)
    expect(chosen.chosen).toBe(CELLAR)
    expect(new Set(notesOf(chosen))).toEqual(new Set([ATTIC, CELLAR]))
    expect(chosen.leftHere).toEqual(new Set([ATTIC, CELLAR]))
  })

  it('are no notes that another tab left, as far as this tab is asked who left', () => {
    localStorage.setItem(
      `setup-plex:${noteKeyFor(ATTIC)}`,
      JSON.stringify(newNote('signing-in', OPENED_AT_MS)),
    )
    const facts = factsOf({ stamp: stampOf(ATTIC), pageOrigin: null }, at, asked, [], doings)
    expect(facts.notes.has(ATTIC)).toBe(true)
    expect(facts.leftHere.size).toBe(0)
  })
})
