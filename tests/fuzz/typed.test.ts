import assert from 'node:assert/strict'
import { parseClaimCode } from '../../src/account/claim-code.ts'
import { parseTunnel, tunnelCommand } from '../../src/help/tunnel.ts'
import { parseAddress, parseOrigin, type Address } from '../../src/lib/address.ts'
import { classOf, isAtHome, isLiteral, mayGetCode } from '../../src/lib/address-class.ts'
import { oddityOf } from '../../src/lib/address-oddity.ts'
import { addressesIn, networkOf, parseNetwork } from '../../src/server/network.ts'
import { EMPTY_STAMP } from '../../src/stamp/stamp.ts'
import { needsConsent } from '../../src/wizard/facts/candidates.ts'
import { garbled } from './garbled.ts'
import { keeps } from './keeps.ts'

const ADDRESSES = [
  'http://192.168.1.10:32400',
  'https://attic.example/web/index.html#!/x',
  '192.168.1.10/32400/web',
  '[fd00::10]:32400',
  'fe80::1%eth0',
  '::ffff:127.0.0.1',
  'localhost',
  'attic-nas.local',
  'nas.home.arpa.',
  '192-168-1-10.0123456789abcdef0123456789abcdef.plex.direct:32400',
  'fd00--10.0123456789abcdef0123456789abcdef.plex.direct',
  'https://me:secret@attic:443',
]
const ADDRESS_PIECES = [
  'http://',
  'https:/',
  'HTTPS://',
  'ftp://',
  '//',
  '::',
  '::1',
  '0x7f.1',
  '0177.0.0.1',
  '127.0.0.1',
  '10.0.0.1',
  '172.16.0.1',
  '100.64.0.1',
  '169.254.1.1',
  'localhost',
  '.local',
  'xn--',
  ':65536',
  ':0',
  ':32400',
  '%25',
  '%2f',
]

keeps('an address that somebody types', garbled(ADDRESSES, ADDRESS_PIECES), (text) => {
  const parsed = parseAddress(text)
  if (parsed.kind === 'problem') return
  const { address } = parsed
  assertAddress(address)
  // What is on screen can be typed again.
  const again = parseAddress(
    `${address}${address.startsWith('http:') && !/:\d+$/.test(address) ? ':80' : ''}`,
  )
  assert.deepEqual(again, { kind: 'address', address })
})

keeps('an address that a program writes', garbled(ADDRESSES, ADDRESS_PIECES), (text) => {
  const address = parseOrigin(text)
  if (address === null) return
  assertAddress(address)
  assert.equal(new URL(text).origin, address)
})

function assertAddress(address: Address): void {
  assert.match(address, /^https?:\/\/(\[[\da-f:]+\]|[a-z\d._-]+)(:\d+)?$/)
  assert.equal(new URL(address).origin, address)
  assert.equal(parseOrigin(address), address)
  // A code goes only to numbers at home; far away nobody is asked unasked.
  if (mayGetCode(address))
    assert.ok(isAtHome(address) && (isLiteral(address) || classOf(address) === 'loopback'))
  assert.equal(needsConsent(address, null, EMPTY_STAMP, null), !isAtHome(address))
  const oddity = oddityOf(address)
  if (oddity !== null && 'instead' in oddity) assert.equal(parseOrigin(oddity.instead), oddity.instead)
  const network = networkOf(address)
  if (network !== null) assert.deepEqual(parseNetwork(address), { kind: 'network', network })
}

const NETWORKS = [
  '192.168.1',
  '192.168.1.x',
  '10.0.0.0/24',
  '172.16.5.1-254',
  'http://192.168.178.1:80/x',
  '192.168.1.*',
]
const NETWORK_PIECES = [
  '10.',
  '172.15.',
  '172.32.',
  '192.168.',
  '256',
  '.0',
  '/24',
  '/8',
  '.x',
  '-254',
  '8.8.8',
]

keeps('a network that somebody types', garbled(NETWORKS, NETWORK_PIECES), (text) => {
  const parsed = parseNetwork(text)
  if (parsed.kind === 'problem') return
  const addresses = addressesIn(parsed.network)
  assert.equal(addresses.length, 254)
  // Nobody's neighbours are asked.
  for (const at of [0, 253]) assert.equal(classOf(addresses[at] ?? ('' as Address)), 'private')
  assert.deepEqual(parseNetwork(parsed.network), parsed)
})

const CODE = 'claim-abcdefghij0123456789'
const CODES = [
  CODE,
  `docker run -d --name claim-server -e PLEX_CLAIM="${CODE}" plexinc/pms-docker`,
  `http://192.168.1.10:32400/myplex/claim?token=${CODE}`,
  'claim-abcde fghij\n01234 56789',
  '<Preferences PlexOnlineToken="x1Y2z3A4b5C6d7E8f9G0"/>',
  'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJwbGV4In0.c2ln',
]
const CODE_PIECES = [
  'claim-',
  'Claim-',
  'PLEX_CLAIM=',
  'X-Plex-Token=',
  'abcdefghij',
  '0123456789',
  '-',
  '\u200B',
]

keeps('a claim code that somebody pastes', garbled(CODES, CODE_PIECES), (text) => {
  const parsed = parseClaimCode(text)
  if (parsed.kind === 'problem') return
  const { code } = parsed
  assert.match(code, /^claim-[\w-]{20}$/)
  assert.deepEqual(parseClaimCode(code), parsed)
  // It is what somebody wrote, and not the beginning of something longer.
  const plain = text.replace(/[\s\u200B\u00A0]+/g, '').toLowerCase()
  assert.ok(plain.includes(code.toLowerCase()))
})

const HOSTS = ['media.example.net', '203.0.113.9', 'fd00::10', 'root', '22', 'a.b-c']
const HOST_PIECES = ['-oProxyCommand=', ';', '$(', '`', '|', ' -L ', '--', '..']

keeps('the far end of a tunnel that somebody types', garbled(HOSTS, HOST_PIECES), (text) => {
  for (const fields of [
    { user: text, host: 'a', port: '' },
    { user: 'a', host: text, port: '' },
    { user: 'a', host: 'a', port: text },
  ]) {
    const parsed = parseTunnel({ ...fields, localPort: 8888 })
    if (!('tunnel' in parsed)) continue
    // One line to copy, in which nothing is an option or another command.
    const line = tunnelCommand(parsed.tunnel, 'linux')
    assert.match(
      line,
      /^ssh (-p \d{1,5} )?-L 8888:127\.0\.0\.1:32400 [A-Za-z_][\w.-]*@[A-Za-z\d:][A-Za-z\d.:-]*$/,
    )
  }
})
