// @vitest-environment node
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { networkPartOf, sameIp } from '../../../src/cli/serve/hosts.ts'
import { whyNotFromHome, type Front } from '../../../src/cli/serve/who-asks.ts'

type Asked = {
  readonly from: string
  readonly headers?: Readonly<Record<string, string>>
  readonly httpVersion?: string
}
function answer({ from, headers = {}, httpVersion = '1.1' }: Asked, front: Partial<Front> = {}) {
  const request = { headers, httpVersion, socket: { remoteAddress: from } } as unknown as IncomingMessage
  return whyNotFromHome(request, { names: [], proxies: [], ...front })
}
const forwarded = (entries: string) => ({ 'x-forwarded-for': entries })
const HOME = '192.168.1.20'
const OUTSIDE = '203.0.113.9'

describe('a claim code without a proxy', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', HOME, `::ffff:${HOME}`, 'fd00::20', 'fe80::1%eth0'])(
    'is taken from %s',
    (from) => {
      expect(answer({ from })).toBeNull()
    },
  )
  it.each([OUTSIDE, `::ffff:${OUTSIDE}`, '2001:db8::1', '100.64.0.1'])('is not from %s', (from) => {
    expect(answer({ from })).toMatch(/same home/)
  })
  it('is taken from home under a name that was given', () => {
    expect(answer({ from: HOME }, { names: ['media.example'] })).toBeNull()
  })
})

describe('a claim code through a proxy on this computer', () => {
  const from = '127.0.0.1'
  it.each([HOME, ` ${HOME} `, `${HOME}, 127.0.0.1`, 'fd00::20', '127.0.0.1'])(
    'is taken from %j',
    (entries) => {
      expect(answer({ from, headers: forwarded(entries) })).toBeNull()
    },
  )
  it.each([
    OUTSIDE,
    // The proxy added the last one, whoever asks wrote the others.
    `${HOME}, ${OUTSIDE}`,
    `127.0.0.1, ${HOME}, ${OUTSIDE}`,
    // Another proxy before it, which is at home, says so of somebody else.
    `${OUTSIDE}, ${HOME}`,
    '',
    'unknown',
    `${HOME},`,
    `${HOME}:80`,
  ])('is not from %j', (entries) => {
    expect(answer({ from, headers: forwarded(entries) })).toMatch(/same home/)
  })
  it('is taken where the other header says so, and both must say the same', () => {
    expect(answer({ from, headers: { 'x-real-ip': HOME } })).toBeNull()
    expect(answer({ from, headers: { 'x-real-ip': OUTSIDE } })).toMatch(/same home/)
    expect(answer({ from, headers: { 'x-real-ip': HOME, ...forwarded(OUTSIDE) } })).toMatch(/same home/)
    expect(answer({ from, headers: { 'x-real-ip': OUTSIDE, ...forwarded(HOME) } })).toMatch(/same home/)
  })
  it.each<readonly [string, Asked, Partial<Front>]>([
    ['a name was given', { from }, { names: ['media.example'] }],
    ['the proxy was named', { from }, { proxies: ['127.0.0.1'] }],
    ['it speaks HTTP/1.0', { from, httpVersion: '1.0' }, {}],
    ['it says so in Via', { from, headers: { via: '1.1 proxy' } }, {}],
    ['it says so in Forwarded', { from, headers: { forwarded: `for=${HOME}` } }, {}],
    ['it says what was asked for', { from, headers: { 'x-forwarded-proto': 'https' } }, {}],
  ])('is refused where it does not say who asks: %s', (_sign, asked, front) => {
    expect(answer(asked, front)).toMatch(/X-Forwarded-For/)
  })
})

describe('a claim code through a proxy on another computer', () => {
  const from = '192.168.1.5'
  it.each(['192.168.1.5', '::ffff:192.168.1.5'])('is taken from home where it was named, as %s', (proxy) => {
    expect(answer({ from, headers: forwarded(HOME) }, { proxies: [proxy] })).toBeNull()
    expect(answer({ from: `::ffff:${from}`, headers: forwarded(HOME) }, { proxies: [proxy] })).toBeNull()
  })
  it('is not from outside', () => {
    expect(answer({ from, headers: forwarded(`${HOME}, ${OUTSIDE}`) }, { proxies: [from] })).toMatch(
      /same home/,
    )
  })
  it('is refused where it does not say who asks', () => {
    expect(answer({ from }, { proxies: [from] })).toMatch(/X-Forwarded-For/)
  })
  it.each([forwarded(HOME), { 'x-real-ip': HOME }, { via: '1.1 proxy' }])(
    'is refused where it was not named, whatever it says: %j',
    (headers) => {
      expect(answer({ from, headers })).toMatch(/--proxy/)
      expect(answer({ from, headers }, { proxies: ['192.168.1.6'] })).toMatch(/--proxy/)
    },
  )
})

describe('IP addresses', () => {
  it.each([
    ['192.168.1.5', '::ffff:192.168.1.5', true],
    ['fd00::1', 'FD00:0::1', true],
    ['192.168.1.5', '192.168.1.50', false],
    ['192.168.1.5', undefined, false],
    ['not one', 'not one', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameIp(one, other)).toBe(same)
  })
  it.each([
    ['192.168.1.5', '192.168.1.5'],
    ['::ffff:192.168.1.5', '192.168.1.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (ip, part) => {
    expect(networkPartOf(ip)).toBe(part)
  })
})
