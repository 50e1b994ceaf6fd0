import assert from 'node:assert/strict'
import { parsePath } from 'react-router-dom'
import { expect, it } from 'vitest'
import { isOverdue, isTimeToAsk, parseNote } from '../../src/account/note.ts'
import { parseTheme } from '../../src/app/theme.ts'
import { parseAnswers } from '../../src/diagnosis/answers.ts'
import { CAUSES } from '../../src/diagnosis/cause.ts'
import { SPOKEN } from '../../src/i18n/languages.ts'
import { languageFor } from '../../src/i18n/wanted-language.ts'
import { parseOrigin } from '../../src/lib/address.ts'
import { parseMachineIdentifier } from '../../src/lib/machine-identifier.ts'
import { languageIn, placeIn } from '../../src/routes/hash-place.ts'
import { parseTopic, TOPICS } from '../../src/routes/topics.ts'
import { PLACES } from '../../src/server/place.ts'
import { parseUsedAddresses } from '../../src/server/used-addresses.ts'
import { parseNamedAddresses } from '../../src/wizard/facts/choices.ts'
import { parseAt } from '../../src/wizard/facts/collect.ts'
import { garbled } from './garbled.ts'
import { keeps } from './keeps.ts'

const ID = '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1'
const LAN = 'http://192.168.1.10:32400'
const NOW = Date.parse('2026-11-23T09:00:00Z')
const MINUTE = 60_000

const HASHES = [
  '#/',
  `#/?at=${encodeURIComponent(LAN)}`,
  `#/?at=${LAN}&lang=pt-BR`,
  '#/help/trouble?lang=de',
  '#/open',
  '',
]
const HASH_PIECES = [
  '#',
  '#/',
  '?',
  '??',
  '&',
  '=',
  'at=',
  'lang=',
  'lang=zh-Hant',
  '%',
  '%00',
  '%E2%80',
  '+',
  '/help/',
  '//',
]

it.each([
  ['#?at=a', { pathname: '', search: '?at=a' }],
  [`#/?at=${LAN}?x`, { pathname: '/', search: `?at=${LAN}?x` }],
  [`#/?at=${LAN}#x`, { pathname: '/', search: `?at=${LAN}` }],
])('%s is the same place for the painter as for the app', (hash, place) => {
  expect(placeIn(hash)).toEqual(place)
})

keeps('what stands behind the number sign of the page', garbled(HASHES, HASH_PIECES), (hash) => {
  const { pathname, search } = placeIn(hash)
  const routed = parsePath(hash.slice(1))
  assert.deepEqual({ pathname, search }, { pathname: routed.pathname ?? '', search: routed.search ?? '' })
  const at = parseAt(new URLSearchParams(search).get('at'))
  if (at.address !== null) assert.equal(parseOrigin(at.address), at.address)
  assert.ok(!(at.unreadable && at.address !== null))
  assert.ok([null, ...TOPICS].includes(parseTopic(pathname.replace('/help/', ''))))
  const language = languageFor(languageIn(hash), SPOKEN)
  assert.ok(language === null || SPOKEN.includes(language))
})

const note = { atMs: NOW - MINUTE, expiresAtMs: null, opens: 'here', backAtMs: NOW, finishedAtMs: null }
const NOTES = [
  JSON.stringify({ decision: 'signing-in', ...note }),
  JSON.stringify({ decision: 'sent-code', ...note, expiresAtMs: NOW + MINUTE }),
  JSON.stringify({ decision: 'not-now', atMs: NOW, expiresAtMs: null }),
]
const NOTE_PIECES = [
  '"decision":"signing-in",',
  '"atMs":',
  '"expiresAtMs":',
  '"backAtMs":',
  '"opens":"beside"',
  `${NOW}`,
  '1e400',
  '-1',
]

keeps('a note in storage', garbled(NOTES, NOTE_PIECES), (text) => {
  const read = parseNote(text, NOW)
  if (read === null) return
  assert.ok(['signing-in', 'sent-code', 'not-now'].includes(read.decision))
  assert.ok([null, 'here', 'beside'].includes(read.opens))
  for (const atMs of [read.atMs, read.expiresAtMs, read.backAtMs, read.finishedAtMs]) {
    assert.ok(atMs === null || Number.isFinite(atMs))
  }
  assert.deepEqual(parseNote(JSON.stringify(read), NOW), read)
  // Nothing waits for ever, whoever wrote it.
  if (!isOverdue(read, NOW)) assert.ok(isOverdue(read, NOW + 32 * MINUTE))
  assert.equal(typeof isTimeToAsk(read, NOW), 'boolean')
})

const ADDRESSES = [
  JSON.stringify([{ machineIdentifier: ID, address: LAN }]),
  JSON.stringify([
    { address: LAN, how: 'typed' },
    { address: 'https://attic.example', how: 'picked' },
  ]),
  JSON.stringify(Array.from({ length: 20 }, () => ({ machineIdentifier: ID, address: LAN, how: 'tunnel' }))),
]
const ADDRESS_PIECES = [
  '"address":"',
  '"how":"typed"',
  '"machineIdentifier":"',
  'javascript:alert(1)',
  'http://me@a',
  ID,
  '},{',
  '[{',
]

keeps('addresses in storage', garbled(ADDRESSES, ADDRESS_PIECES), (text) => {
  const used = parseUsedAddresses(text)
  assert.ok(used.length <= 8)
  const named = parseNamedAddresses(text)
  assert.ok(named.length <= 16)
  for (const { address } of [...used, ...named]) assert.equal(parseOrigin(address), address)
  for (const { machineIdentifier } of used) {
    assert.equal(parseMachineIdentifier(machineIdentifier), machineIdentifier)
  }
  for (const { how } of named) assert.ok(['typed', 'tunnel', 'picked'].includes(how))
  assert.deepEqual(parseUsedAddresses(JSON.stringify(used)), used)
  assert.deepEqual(parseNamedAddresses(JSON.stringify(named)), named)
})

const ANSWERS = [
  JSON.stringify({ changed: 'password', moved: 'no', runs: 'nas', sees: 'clock', unsure: ['runs'] }),
  JSON.stringify({ changed: null, moved: 'reinstalled', runs: null, sees: null }),
]
const ANSWER_PIECES = ['"changed":"removed",', '"moved":7,', '"runs":"', '"unsure":["changed"]', '"sees":{}']

keeps('answers in storage', garbled(ANSWERS, ANSWER_PIECES), (text) => {
  const read = parseAnswers(text)
  assert.ok([null, 'password', 'removed', 'no'].includes(read.changed))
  assert.ok([null, 'moved', 'reinstalled', 'no'].includes(read.moved))
  assert.ok([null, ...PLACES].includes(read.runs))
  assert.ok([null, ...CAUSES].includes(read.sees))
  for (const each of read.unsure ?? []) assert.ok(['changed', 'moved', 'runs'].includes(each))
  assert.deepEqual(parseAnswers(JSON.stringify(read)), read)
})

const WORDS = ['dark', 'light', 'device', 'de', 'pt-BR', 'zh-Hant-TW', ID, ID.toUpperCase(), 'f'.repeat(64)]
const WORD_PIECES = ['-', 'zh', 'hans', 'Latn', '419', 'iw', ID, '__proto__', 'constructor']

keeps('theme, language and machine in storage', garbled(WORDS, WORD_PIECES), (text) => {
  assert.ok(['device', 'light', 'dark'].includes(parseTheme(text)))
  const language = languageFor(text, SPOKEN)
  assert.ok(language === null || SPOKEN.includes(language))
  const machine = parseMachineIdentifier(text)
  if (machine === null) return
  assert.match(machine, /^[\da-f]{32,64}$/)
  assert.equal(machine, text.toLowerCase())
  assert.equal(parseMachineIdentifier(machine), machine)
})
