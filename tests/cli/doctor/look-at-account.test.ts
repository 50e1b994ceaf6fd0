// @vitest-environment node
import { Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import {
  ACCOUNT_HOST,
  type AccountSteps,
  type SecureAnswer,
} from '../../../src/cli/doctor/account-service.ts'
import { dateIn, lookAtAccount } from '../../../src/cli/doctor/look-at-account.ts'

const failing = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }))
const never = <T>(): Promise<T> => new Promise<T>(() => undefined)
const NOW = Date.parse('2026-11-27T09:00:00Z')
const head = (date: string): SecureAnswer => ({
  kind: 'answer',
  head: `HTTP/1.1 302 Found\r\nDate: ${date}\r\n\r\n`,
})
/** A way on which all goes well, but for what is said otherwise. */
const way = (more: Partial<AccountSteps> = {}): AccountSteps => ({
  numbersOf: () => Promise.resolve(['198.51.100.7']),
  connectTo: () => Promise.resolve(new Socket()),
  ask: () => Promise.resolve(head('Fri, 27 Nov 2026 09:00:00 GMT')),
  ...more,
})
const look = (more: Partial<AccountSteps> = {}) => lookAtAccount(way(more), () => NOW, 30)

describe('the way to the account service', () => {
  it('is gone as far as the date of an answer', async () => {
    const numbersOf = vi.fn<AccountSteps['numbersOf']>(() => Promise.resolve(['198.51.100.7']))
    expect(await look({ numbersOf })).toEqual({ kind: 'reached', clockAheadMs: -500 })
    expect(numbersOf.mock.calls).toEqual([[ACCOUNT_HOST]])
  })

  it.each([
    ['ENOTFOUND', 'no-name'],
    ['EAI_AGAIN', 'no-name-server'],
  ])('ends where the name is answered with %s', async (code, kind) => {
    expect(await look({ numbersOf: () => failing(code) })).toEqual({ kind })
  })

  it('does not wait for a name server that is silent', async () => {
    expect(await look({ numbersOf: never })).toEqual({ kind: 'no-name-server' })
  })

  it.each([
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'no-way'],
    ['ENETUNREACH', 'no-way'],
    ['ETIMEDOUT', 'silent'],
  ])('ends where the connection is answered with %s', async (code, kind) => {
    expect(await look({ connectTo: () => failing(code) })).toEqual({ kind })
  })

  it('does not wait for a connection that never comes', async () => {
    expect(await look({ connectTo: never })).toEqual({ kind: 'silent' })
  })

  it('takes the number that answers, and lets the others go', async () => {
    const late = new Socket()
    const connectTo = vi.fn<AccountSteps['connectTo']>((ip) =>
      ip === '2001:db8::7'
        ? failing('ENETUNREACH')
        : ip === '198.51.100.8'
          ? Promise.resolve(late)
          : Promise.resolve(new Socket()),
    )
    const numbers = ['2001:db8::7', '198.51.100.7', '198.51.100.8', '198.51.100.9', '198.51.100.10']
    expect(await look({ numbersOf: () => Promise.resolve(numbers), connectTo })).toMatchObject({
      kind: 'reached',
    })
    expect(connectTo.mock.calls).toEqual(numbers.slice(0, 4).map((ip) => [ip]))
    await vi.waitFor(() => {
      expect(late.destroyed).toBe(true)
    })
  })

  it('tells refused from no way at all where both happen', async () => {
    const numbersOf = () => Promise.resolve(['2001:db8::7', '198.51.100.7'])
    const connectTo = (ip: string) => failing(ip.includes(':') ? 'ENETUNREACH' : 'ECONNREFUSED')
    expect(await look({ numbersOf, connectTo })).toEqual({ kind: 'refused' })
  })

  it.each(['0.0.0.0', '::', '127.0.0.1', '::1', '192.168.1.2', 'fd00::1'])(
    'is led home by a blocklist that says %s',
    async (ip) => {
      const numbersOf = () => Promise.resolve([ip])
      expect(await look({ numbersOf, connectTo: () => failing('ECONNREFUSED') })).toEqual({
        kind: 'led-home',
      })
      // A proxy at home that lets through is no trouble.
      expect(await look({ numbersOf })).toMatchObject({ kind: 'reached' })
    },
  )

  it.each([
    ['CERT_HAS_EXPIRED', 'dates'],
    ['CERT_NOT_YET_VALID', 'dates'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'other-name'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'issuer'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'issuer'],
  ])('ends where the certificate is refused with %s', async (code, why) => {
    const ask = () => Promise.resolve({ kind: 'not-trusted', code, issuer: 'Nosy Filter Ltd.' } as const)
    expect(await look({ ask })).toEqual({ kind: 'not-trusted', why, issuer: 'Nosy Filter Ltd.' })
  })

  it.each([undefined, 7, '', 'a'.repeat(61), 'evil\u001b[2J', 'two\nlines'])(
    'takes %j for no name of an issuer',
    async (issuer) => {
      const ask = () => Promise.resolve({ kind: 'not-trusted', code: '', issuer } as const)
      expect(await look({ ask })).toMatchObject({ issuer: null })
    },
  )

  it('takes for no answer what is none, and what never comes', async () => {
    const ask = () => Promise.resolve({ kind: 'answer', head: 'SSH-2.0\r\n\r\n' } as const)
    expect(await look({ ask })).toEqual({ kind: 'no-answer' })
    expect(await look({ ask: never })).toEqual({ kind: 'no-answer' })
  })

  it('knows nothing of the clock where no date is said', async () => {
    expect(await look({ ask: () => Promise.resolve(head('soon')) })).toEqual({
      kind: 'reached',
      clockAheadMs: null,
    })
  })
})

it.each([
  ['HTTP/1.1 200 OK\r\ndate: Fri, 27 Nov 2026 09:00:00 GMT\r\n\r\n', NOW + 500],
  ['HTTP/1.1 200 OK\r\nX-Date: Fri, 27 Nov 2026 09:00:00 GMT\r\n\r\n', null],
  ['HTTP/1.1 200 OK\r\n\r\n', null],
])('reads the date of an answer: %j', (text, dateMs) => {
  expect(dateIn(text)).toBe(dateMs)
})
