// @vitest-environment node
import type { NetworkInterfaceInfo } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isNear, networksAmong } from '../../../src/cli/find/gdm-networks.ts'
import { parseGdmReply } from '../../../src/cli/find/gdm.ts'
import type { Address } from '../../../src/lib/address.ts'
import { gdmReply } from '../../../src/mocks/gdm-responder.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const ID = '4e1b7c90a2d35f68b0c4d7e19f2a6b83c5d0e7f1'
const ATTIC = { machineIdentifier: ID, name: 'Attic NAS', version: '1.43.4.9999-abcdef012', port: 32400 }
const read = (text: string) => parseGdmReply(Buffer.from(text))
const withHeaders = (headers: Record<string, string>) => read(gdmReply(ATTIC, headers))

describe('the reply of a server', () => {
  it('is read as it comes over the wire', () => {
    expect(read(gdmReply(ATTIC))).toEqual(ATTIC)
  })
  it.each([
    [
      'as recorded',
      `HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nResource-Identifier: ${ID}\r\nPort: 32400\r\n\r\n`,
    ],
    [
      'header names in other case',
      `HTTP/1.0 200 OK\r\ncontent-type: plex/media-server\r\nRESOURCE-IDENTIFIER: ${ID}\r\npOrT: 32400\r\n\r\n`,
    ],
    [
      'bare line feeds',
      `HTTP/1.1 200 OK\nContent-Type: plex/media-server\nResource-Identifier:${ID}\nPort:32400\n\n`,
    ],
    [
      'cut after the last header',
      `HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nResource-Identifier: ${ID}\r\nPort: 32400`,
    ],
    [
      'lines that are none',
      `HTTP/1.0 200 OK\r\n: 1\r\nhm\r\nContent-Type: plex/media-server\r\nResource-Identifier: ${ID}\r\nPort: 32400`,
    ],
    [
      'the identifier in capitals',
      `HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nResource-Identifier: ${ID.toUpperCase()}\r\nPort: 32400`,
    ],
    [
      'a header twice',
      `HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nResource-Identifier: ${ID}\r\nPort: 32400\r\nPort: 80`,
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ machineIdentifier: ID, port: 32400, name: null, version: null })
  })

  it.each([
    ['Name', { Name: 'Büro 数据 🎬' }, { name: 'Büro 数据 🎬' }],
    ['a name that is empty', { Name: '   ' }, { name: null }],
    [
      'a name of escape sequences',
      { Name: '\u001B[2J\u001B]0;owned\u0007\u009B31mAttic' },
      { name: '[2J]0;owned31mAttic' },
    ],
    ['a name that turns the writing around', { Name: '\u202Eevil\u2066\u200F\u2028' }, { name: 'evil' }],
    ['a name with a carriage return', { Name: 'Attic\rroot@nas' }, { name: 'Atticroot@nas' }],
    ['a very long name', { Name: '🎬'.repeat(200) }, { name: '🎬'.repeat(80) }],
    ['a name that is cut behind a word', { Name: `${'a'.repeat(79)} b` }, { name: 'a'.repeat(79) }],
    ['a version that is none', { Version: '1.43 \u001B[31m' }, { version: null }],
    ['another port', { Port: '1' }, { port: 1 }],
    ['the last port', { Port: '65535' }, { port: 65_535 }],
    ['a type with a parameter', { 'Content-Type': 'Plex/Media-Server; charset=utf-8' }, {}],
  ])('%s', (_, headers, expected) => {
    expect(withHeaders(headers)).toEqual({ ...ATTIC, ...expected })
  })
})

describe('whatever else comes in is nothing', () => {
  it.each([
    ['no packet', undefined],
    ['text', gdmReply(ATTIC)],
    ['an empty packet', Buffer.alloc(0)],
    ['more than 4 kB', Buffer.from(gdmReply(ATTIC, { X: 'x'.repeat(4_096) }))],
    ['a question', Buffer.from('M-SEARCH * HTTP/1.1\r\n\r\n')],
    ['a reply that refuses', Buffer.from(gdmReply(ATTIC).replace('200 OK', '404 Not Found'))],
    ['a reply after something else', Buffer.from(`x${gdmReply(ATTIC)}`)],
    ['headers after the empty line', Buffer.from(`HTTP/1.0 200 OK\r\n\r\n${gdmReply(ATTIC)}`)],
    ['headers cut off', Buffer.from(gdmReply(ATTIC).slice(0, 60))],
  ])('%s', (_, packet) => {
    expect(parseGdmReply(packet)).toBeNull()
  })
  it.each([
    [{ 'Content-Type': 'plex/media-player' }],
    [{ 'Content-Type': 'plex/media-serverlike' }],
    [{ 'Content-Type': '' }],
    [{ 'Resource-Identifier': '' }],
    [{ 'Resource-Identifier': 'g'.repeat(40) }],
    [{ 'Resource-Identifier': 'a'.repeat(31) }],
    [{ 'Resource-Identifier': 'a'.repeat(65) }],
    [{ Port: '' }],
    [{ Port: '0' }],
    [{ Port: '65536' }],
    [{ Port: '-1' }],
    [{ Port: '32400.5' }],
    [{ Port: '0x7e90' }],
    [{ Port: '32400/../@evil' }],
  ])('%j', (headers) => {
    expect(withHeaders(headers)).toBeNull()
  })

  /** Nothing but what a terminal shows as text, as long as it may be. */
  function expectHarmless(packet: unknown): void {
    const reply = parseGdmReply(packet)
    if (reply === null) return
    expect(reply.machineIdentifier).toMatch(/^[0-9a-f]{32,64}$/)
    expect(reply.port).toSatisfy((port: number) => Number.isInteger(port) && port > 0 && port < 65_536)
    expect(`${reply.name}${reply.version}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u)
    expect([...(reply.name ?? '')].length).toBeLessThanOrEqual(80)
  }
  it('any bytes give a value or nothing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), expectHarmless))
    fc.assert(fc.property(fc.anything(), expectHarmless))
  })
  it('a reply with any name, or with any bytes in it, is harmless', () => {
    const whole = Buffer.from(gdmReply(ATTIC))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expectHarmless(Buffer.from(gdmReply(ATTIC, { Name: name })))
      }),
      { numRuns: 1_000 },
    )
    fc.assert(
      fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }), (at, bytes) => {
        expectHarmless(Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the networks of this computer', () => {
  const at = (address: string, cidr: string | null, internal = false) =>
    ({ address, cidr, internal }) as NetworkInterfaceInfo
  it('are those with an IPv4 address, and the computer itself', () => {
    const interfaces = {
      lo: [at('127.0.0.1', '127.0.0.1/8', true), at('::1', '::1/128', true)],
      eth0: [at('192.168.1.5', '192.168.1.5/24'), at('10.9.0.5', null), at('fe80::1', 'fe80::1/64')],
      docker0: [at('172.17.0.1', '172.17.0.1/16')],
      gone: undefined,
    }
    expect(networksAmong(interfaces)).toEqual([
      { ip: '127.0.0.1', cidr: '127.0.0.1/8', kind: 'alone' },
      { ip: '192.168.1.5', cidr: '192.168.1.5/24', kind: 'network' },
      { ip: '10.9.0.5', cidr: null, kind: 'network' },
      { ip: '172.17.0.1', cidr: '172.17.0.1/16', kind: 'bridge' },
    ])
  })
  it('are at most 64', () => {
    const many = Array.from({ length: 300 }, (_, n) => at(`10.0.${n >> 8}.${n & 255}`, null))
    expect(networksAmong({ eth0: many })).toHaveLength(64)
  })

  it.each([
    ['192.168.7.7', '192.168.1.5/24', true],
    ['127.0.0.1', '127.0.0.1/8', true],
    ['203.0.113.9', '203.0.113.5/24', true],
    ['203.0.113.9', '203.0.113.5/29', false],
    ['100.64.0.9', '100.64.0.1/10', true],
    ['8.8.8.8', '192.168.1.5/24', false],
    ['8.8.8.8', null, false],
    ['8.8.8.8', 'fe80::1/64', false],
  ])('%s is asked by whoever is at %s: %s', (sender, cidr, near) => {
    const address = `http://${sender}:32400` as Address
    expect(isNear(address, { ip: '192.168.1.5', cidr, kind: 'network' })).toBe(near)
  })
})
