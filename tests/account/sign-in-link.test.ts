import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { awaitLinkFor, signInLinkFor, type Pin } from '../../src/account/sign-in-link.ts'
import type { MachineIdentifier } from '../../src/lib/machine-identifier.ts'
import { ATTIC } from '../../src/gallery/said.ts'

// A busy computer takes its time over thousands of examples.
vi.setConfig({ testTimeout: 60_000 })

const NOW = Date.parse('2026-11-23T09:00:00Z')
const GOOD: Pin = { code: 'abcdefghijklmnopqrstuvwxy', expiresAtMs: NOW + 60_000 }
const AWAIT = `https://app.plex.tv/desktop/#!/server/${ATTIC}/await`
const AUTH = `https://app.plex.tv/auth#?clientID=${ATTIC}&code=abcdefghijklmnopqrstuvwxy&context[device][product]=Plex%20Media%20Server`

describe('the addresses of protocol.md §4.1', () => {
  it.each([
    ['without a PIN', null, null, { href: AWAIT, opens: 'beside', expiresAtMs: null }],
    [
      'without a PIN, from http: nobody comes back',
      null,
      'http://nas:32400/setup',
      { href: AWAIT, opens: 'beside', expiresAtMs: null },
    ],
    ['with a PIN, from a file', GOOD, null, { href: AUTH, opens: 'beside', expiresAtMs: NOW + 60_000 }],
    [
      'with a PIN, from http',
      GOOD,
      'http://192.168.1.10:32400/setup#/?at=http%3A%2F%2F192.168.1.10%3A32400',
      {
        href: `${AUTH}&forwardUrl=http%3A%2F%2F192.168.1.10%3A32400%2Fsetup%23%2F%3Fat%3Dhttp%253A%252F%252F192.168.1.10%253A32400`,
        opens: 'here',
        expiresAtMs: NOW + 60_000,
      },
    ],
    [
      'with a PIN of four letters',
      { code: 'A1b2', expiresAtMs: NOW + 1 },
      null,
      {
        href: `https://app.plex.tv/auth#?clientID=${ATTIC}&code=A1b2&context[device][product]=Plex%20Media%20Server`,
        opens: 'beside',
        expiresAtMs: NOW + 1,
      },
    ],
    [
      'with a PIN that runs out right now',
      { ...GOOD, expiresAtMs: NOW },
      null,
      { href: AWAIT, opens: 'beside', expiresAtMs: null },
    ],
    [
      'with a PIN that has run out, from http',
      { ...GOOD, expiresAtMs: NOW - 1 },
      'http://nas:32400/setup',
      { href: AWAIT, opens: 'beside', expiresAtMs: null },
    ],
  ] as const)('%s', (_what, pin, returnTo, expected) => {
    expect(signInLinkFor(ATTIC, pin, returnTo, NOW)).toEqual(expected)
  })

  it('the page of one server', () => {
    expect(awaitLinkFor(ATTIC)).toBe(AWAIT)
  })
})

describe('any link', () => {
  const machineIdentifier = fc.stringMatching(/^[0-9a-f]{32,64}$/).map((text) => text as MachineIdentifier)
  const code = fc.stringMatching(/^([a-zA-Z0-9]{4}|[a-zA-Z0-9]{25})$/)
  const returnTo = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'http://nas/?a=1&code=other#x',
      'http://nas/"><script>',
      'http://nas/%26code%3Dx',
      'http://nas/+ +',
    ),
  )

  it('leads to the account, and brings back exactly what it was given', () => {
    fc.assert(
      fc.property(machineIdentifier, code, returnTo, (server, pin, address) => {
        const { href } = signInLinkFor(server, { code: pin, expiresAtMs: NOW + 1 }, address, NOW)
        const url = new URL(href)
        expect(url.origin).toBe('https://app.plex.tv')
        const [before, query] = href.split('#?')
        expect(before).toBe('https://app.plex.tv/auth')
        expect([...new URLSearchParams(query)]).toEqual([
          ['clientID', server],
          ['code', pin],
          ['context[device][product]', 'Plex Media Server'],
          ['forwardUrl', address],
        ])
      }),
      { numRuns: 1_000 },
    )
  })

  it('has nothing but constants before the hash, and nothing but ASCII after it', () => {
    const pins = fc.option(fc.record({ code, expiresAtMs: fc.maxSafeInteger() }))
    fc.assert(
      fc.property(
        machineIdentifier,
        pins,
        fc.option(returnTo),
        fc.maxSafeInteger(),
        (server, pin, address, nowMs) => {
          const { href, opens, expiresAtMs } = signInLinkFor(server, pin, address, nowMs)
          const withPin = pin !== null && pin.expiresAtMs > nowMs
          expect(href.split('#')[0]).toBe(
            withPin ? 'https://app.plex.tv/auth' : 'https://app.plex.tv/desktop/',
          )
          expect(href).toMatch(/^[\x21-\x7E]+$/)
          expect(href).not.toMatch(/["<>\\^`{|}]/)
          expect(opens).toBe(withPin && address !== null ? 'here' : 'beside')
          expect(expiresAtMs).toBe(withPin ? pin.expiresAtMs : null)
        },
      ),
    )
  })
})

describe('the account that a page leads to', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  async function built(accountOrigin: string | undefined) {
    vi.resetModules()
    vi.stubEnv('VITE_ACCOUNT_ORIGIN', accountOrigin)
    const { IS_DEMO } = await import('../../src/account/origin.ts')
    const link = await import('../../src/account/sign-in-link.ts')
    return { IS_DEMO, href: link.signInLinkFor(ATTIC, GOOD, null, NOW).href }
  }

  it('is the real one', async () => {
    expect(await built(undefined)).toEqual({ IS_DEMO: false, href: AUTH })
  })

  it('is another one only when the page was built so, and then the page knows', async () => {
    const { IS_DEMO, href } = await built('http://127.0.0.1:32500')
    expect(IS_DEMO).toBe(true)
    expect(href).toBe(AUTH.replace('https://app.plex.tv', 'http://127.0.0.1:32500'))
  })
})
