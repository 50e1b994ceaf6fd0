import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseAddress, type Address } from '../../src/lib/address.ts'
import { classOf, isAtHome } from '../../src/lib/address-class.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

function addressAt(host: string): Address {
  const parsed = parseAddress(host)
  if (parsed.kind === 'problem') throw new Error(`${host}: ${parsed.problem}`)
  return parsed.address
}

describe('what kind of place an address is', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.255', 'loopback'],
    ['126.255.255.255', 'public'],
    ['128.0.0.1', 'public'],
    ['localhost', 'loopback'],
    ['localhost.', 'loopback'],
    ['LOCALHOST', 'loopback'],
    ['plex.localhost', 'name'],
    ['evil.localhost', 'name'],
    ['evil.localhost.', 'name'],
    ['[::1]', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],

    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['9.255.255.255', 'public'],
    ['11.0.0.1', 'public'],
    ['172.15.255.255', 'public'],
    ['172.16.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'public'],
    ['192.167.255.255', 'public'],
    ['192.168.0.0', 'private'],
    ['192.168.255.255', 'private'],
    ['192.169.0.0', 'public'],
    ['191.168.1.1', 'public'],
    ['::ffff:192.168.1.1', 'private'],
    ['::ffff:10.1.2.3', 'private'],
    ['::ffff:172.31.0.1', 'private'],

    ['169.254.1.1', 'link-local'],
    ['169.253.1.1', 'public'],
    ['169.255.1.1', 'public'],
    ['168.254.1.1', 'public'],
    ['[fe80::1]', 'link-local'],
    ['[febf::1]', 'link-local'],
    ['[fe7f::1]', 'public'],
    ['[fec0::1]', 'public'],
    ['::ffff:169.254.1.1', 'link-local'],

    ['[fc00::1]', 'unique-local'],
    ['[fd00::10]', 'unique-local'],
    ['[fdff:ffff::1]', 'unique-local'],
    ['[fbff::1]', 'public'],
    ['[fe00::1]', 'public'],

    ['100.63.255.255', 'public'],
    ['100.64.0.0', 'shared'],
    ['100.127.255.255', 'shared'],
    ['100.128.0.0', 'public'],
    ['101.64.0.0', 'public'],
    ['::ffff:100.64.0.1', 'shared'],

    ['attic', 'local-name'],
    ['attic.', 'local-name'],
    ['attic.local', 'local-name'],
    ['attic.local.', 'local-name'],
    ['ATTIC.LOCAL', 'local-name'],
    ['attic.home.arpa', 'local-name'],
    ['nas.attic.home.arpa', 'local-name'],

    ['attic.example.net', 'name'],
    ['attic.lan', 'name'],
    ['home.arpa', 'name'],
    ['local.example.net', 'name'],
    ['notlocal.example', 'name'],
    ['attic.notlocal', 'name'],
    ['attic.nothome.arpa', 'name'],
    ['notlocalhost.example', 'name'],
    ['localhost.example', 'name'],
    ['192.168.1.10.example.net', 'name'],
    ['192-168-1-10.abc.plex.direct', 'name'],
    ['fd00.example', 'name'],

    ['8.8.8.8', 'public'],
    ['0.0.0.0', 'public'],
    ['255.255.255.255', 'public'],
    ['[::]', 'public'],
    ['[2001:db8::1]', 'public'],
    ['[::fe80]', 'public'],
    ['[::ffff:0:1]', 'public'],
    ['[::192.168.1.1]', 'public'],
    ['[1::ffff:c0a8:101]', 'public'],
    ['::ffff:8.8.8.8', 'public'],
  ] as const)('%s is %s', (host, expected) => {
    expect(classOf(addressAt(host))).toBe(expected)
  })

  it('does not depend on the scheme or the port', () => {
    expect(classOf(addressAt('https://192.168.1.10'))).toBe('private')
    expect(classOf(addressAt('http://[fd00::10]:80'))).toBe('unique-local')
  })
})

describe('what may be asked unasked (contract.md §4)', () => {
  it.each([
    ['loopback', '127.0.0.1', true],
    ['private', '192.168.1.10', true],
    ['link-local', '169.254.1.1', true],
    ['unique-local', 'fd00::10', true],
    ['a name without dots', 'attic', true],
    ['*.local', 'attic.local', true],
    ['*.home.arpa', 'attic.home.arpa', true],
    ['100.64/10, which is the carrier or a VPN', '100.64.0.1', false],
    ['another name', 'attic.example.net', false],
    ['public', '8.8.8.8', false],
  ])('%s', (_what, host, expected) => {
    expect(isAtHome(addressAt(host))).toBe(expected)
  })

  it('no address of the internet', () => {
    const home = /^(10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./
    fc.assert(
      fc.property(fc.ipV4(), (host) => {
        expect(isAtHome(addressAt(host))).toBe(home.test(host))
        expect(isAtHome(addressAt(`::ffff:${host}`))).toBe(home.test(host))
      }),
    )
  })
})
