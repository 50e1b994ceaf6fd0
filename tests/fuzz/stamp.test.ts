import assert from 'node:assert/strict'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { EMPTY_STAMP, type Stamp } from '../../src/stamp/stamp.ts'
import { EMPTY_ELEMENT, type StampValue } from '../../src/stamp/format.ts'
import { stampedPage } from '../../src/stamp/write-stamp.ts'
import { garbled } from './garbled.ts'
import { keeps } from './keeps.ts'

const FULL = {
  format: 1,
  writtenAt: '2026-11-23T09:00:00Z',
  language: 'pt-BR',
  server: {
    machineIdentifier: '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1',
    friendlyName: 'Büro 書斎 🎬',
    version: '1.43.4.9999-abcdef012',
    platform: 'Linux',
    addresses: ['http://192.168.1.10:32400', 'http://[fd00::10]:32400', 'https://attic.example'],
    enforced: true,
    page: '/setup',
  },
  signIn: { code: 'abcdefghijklmnopqrstuvwxy', expiresAt: '2026-11-23T09:30:00+01:00' },
}
const WHOLES = [
  JSON.stringify(FULL),
  JSON.stringify({ format: 1, server: { machineIdentifier: FULL.server.machineIdentifier } }),
  JSON.stringify({ server: { friendlyName: 'A\u0301\u0301\u0301\u0301 B', page: '/~me/a.b-c' } }),
  JSON.stringify({ server: { addresses: Array.from({ length: 33 }, (_, at) => `http://10.0.0.${at}:1`) } }),
  JSON.stringify({ signIn: { code: 'a1B2', expiresAt: '2026-11-23T09:30' } }),
  JSON.stringify({ language: 'zh-Hant-TW', writtenAt: '0000-01-01T00:00+14:00' }),
  '{}',
]
const PIECES = [
  '"format":1,',
  '"format":2,',
  '"server":{',
  '"server":[],',
  '"friendlyName":"',
  '"machineIdentifier":"',
  '"addresses":["http://a:1"],',
  '"addresses":"http://a:1",',
  '"page":"/',
  '//evil.example',
  'http://me:secret@a:1',
  'javascript:alert(1)',
  '"enforced":1,',
  '"platform":"Windows",',
  '"signIn":{"code":"',
  '"expiresAt":"',
  '2026-11-23T09:30:00Z',
  '"language":"de"',
  '\\u202e',
  '\\ud83c',
  '\\u0301',
  '</script>',
  '<!--',
  'a'.repeat(40),
]

keeps('the stamp of a page', garbled(WHOLES, PIECES), (text) => {
  const stamp = parseStamp(text)
  assert.deepEqual(Object.keys(stamp).toSorted(), Object.keys(EMPTY_STAMP).toSorted())
  if (stamp.machineIdentifier !== null) assert.match(stamp.machineIdentifier, /^[\da-f]{32,64}$/)
  if (stamp.friendlyName !== null) assertSeen(stamp.friendlyName)
  if (stamp.version !== null) assert.match(stamp.version, /^[\w.+-]{1,60}$/)
  assert.ok([null, 'Windows', 'MacOSX', 'Linux'].includes(stamp.platform))
  assert.ok(stamp.addresses.length <= 32 && new Set(stamp.addresses).size === stamp.addresses.length)
  for (const address of stamp.addresses) {
    assert.match(address, /^https?:\/\/[^/?#@]+$/)
    assert.equal(new URL(address).origin, address)
  }
  assert.ok([null, true, false].includes(stamp.enforced))
  if (stamp.page !== null)
    assert.equal(new URL(stamp.page, 'http://attic:32400').origin, 'http://attic:32400')
  if (stamp.signIn !== null) {
    assert.match(stamp.signIn.code, /^([a-zA-Z\d]{4}|[a-zA-Z\d]{25})$/)
    assert.ok(Number.isFinite(stamp.signIn.expiresAtMs))
  }
  assert.ok(stamp.writtenAtMs === null || Number.isFinite(stamp.writtenAtMs))
  if (stamp.language !== null) assert.match(stamp.language, /^[a-zA-Z]{2,3}(-[a-zA-Z\d]+)*$/)
  assertComesBack(stamp)
})

/** Fit to be shown: at most 80 characters, something to see among them, and none that changes the words around it. */
function assertSeen(name: string): void {
  assert.ok([...name].length <= 80)
  assert.doesNotMatch(
    name,
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u2800\u3164]|^\s|\s$|(^|\s)\p{M}|\p{M}{4}/u,
  )
  assert.match(name, /[\p{L}\p{N}\p{P}\p{S}]/u)
}

/** What was read can be written, and is then read as the same. */
function assertComesBack(stamp: Stamp): void {
  const times = [stamp.writtenAtMs, stamp.signIn?.expiresAtMs ?? null]
  if (!times.every(isWritable)) return
  const page = stampedPage(EMPTY_ELEMENT, valueOf(stamp))
  const [, written = '', ...others] = page.split(
    /<script id="setup-stamp" type="application\/json">|<\/script>/,
  )
  assert.deepEqual(others, [''])
  assert.doesNotMatch(written, /[<>&\u2028\u2029]/)
  assert.deepEqual(parseStamp(written), { ...stamp, broken: false })
}

function valueOf(stamp: Stamp): StampValue {
  const { machineIdentifier, friendlyName, version, platform, addresses, enforced, page } = stamp
  const { signIn, language, writtenAtMs } = stamp
  const said = Object.entries({ machineIdentifier, friendlyName, version, platform, enforced, page })
  const server = Object.fromEntries(said.filter(([, value]) => value !== null))
  return {
    format: 1,
    server: { ...server, addresses },
    ...(writtenAtMs === null ? {} : { writtenAt: timeOf(writtenAtMs) }),
    ...(language === null ? {} : { language }),
    ...(signIn === null ? {} : { signIn: { code: signIn.code, expiresAt: timeOf(signIn.expiresAtMs) } }),
  }
}

function timeOf(epochMs: number): string {
  return new Date(epochMs).toISOString()
}

/** An offset can lead to the year before the first, which nobody writes. */
function isWritable(epochMs: number | null): boolean {
  return epochMs === null || /^\d{4}-/.test(timeOf(epochMs))
}
