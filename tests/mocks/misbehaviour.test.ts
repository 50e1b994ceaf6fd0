// @vitest-environment node
import { expect, test } from 'vitest'
import { BEHAVIOURS, type Behaviour } from '../../src/mocks/behaviours.ts'
import { HOST_NAMES } from '../../src/mocks/dev-network.ts'
import { ANOTHER_MACHINE, ATTIC } from '../../src/mocks/identity.ts'
import { machine } from '../../src/mocks/machine.ts'
import { asking, container, reply } from './asking.ts'

const answerOf = (behaviour: Behaviour, request = asking('/identity')) =>
  machine({ behaviour }).answer(request)

test('every behaviour is described and has a host in development with a name that stays at home', () => {
  expect(Object.keys(HOST_NAMES)).toEqual(Object.keys(BEHAVIOURS))
  expect(new Set(Object.values(HOST_NAMES)).size).toBe(Object.keys(BEHAVIOURS).length)
  for (const name of Object.values(HOST_NAMES)) expect(name).toMatch(/^[a-z0-9-]+(\.local)?$/)
})

test.each([
  ['refuses-401', 401],
  ['refuses-403', 403],
  ['refuses-406', 406],
  ['busy-429', 429],
  ['faulty-500', 500],
] as const)('%s answers with a small readable HTML page', (behaviour, status) => {
  const answer = reply(answerOf(behaviour))
  expect(answer.status).toBe(status)
  expect(answer.headers).toHaveProperty('access-control-allow-origin')
  expect(answer.body).toMatch(/^<html>/)
  expect(answer.headers['retry-after']).toBe(behaviour === 'busy-429' ? '3' : undefined)
})

test('silent and refusing say nothing at all', () => {
  expect(answerOf('silent')).toEqual({ kind: 'silent' })
  expect(answerOf('refusing')).toEqual({ kind: 'refused' })
})

test('hiding answers without permission to read', () => {
  expect(Object.keys(reply(answerOf('hiding')).headers)).toEqual(['content-type'])
  expect(container(answerOf('hiding'))['claimed']).toBe(false)
})

test('printer and other-product are readable and something else', () => {
  expect(reply(answerOf('printer')).headers['content-type']).toContain('text/html')
  const boiler = reply(answerOf('other-product'))
  expect(boiler.status).toBe(200)
  expect(JSON.parse(boiler.body)).not.toHaveProperty('MediaContainer')
})

test('another-machine is another machine, and can be approved as such', () => {
  const host = machine({ behaviour: 'another-machine', times: { exchangeMs: 0 } })
  expect(host.machineIdentifier()).toBe(ANOTHER_MACHINE)
  host.approve(ATTIC.machineIdentifier)
  expect(container(host.answer(asking('/identity')))).toMatchObject({
    machineIdentifier: ANOTHER_MACHINE,
    claimed: false,
  })
  host.approve(ANOTHER_MACHINE)
  expect(container(host.answer(asking('/identity')))['claimed']).toBe(true)
})

test('odd ways to say whether it is claimed', () => {
  expect(container(answerOf('no-flag'))).not.toHaveProperty('claimed')
  expect(reply(answerOf('no-flag', asking('/identity', { accept: '*/*' }))).body).not.toContain('claimed')
  expect(container(answerOf('string-flags'))['claimed']).toBe('0')
  expect(reply(answerOf('xml-only')).body).toContain('claimed="0"')
  expect(reply(answerOf('wrong-type')).headers['content-type']).toBe('text/plain')
  expect(container(answerOf('wrong-type'))['claimed']).toBe(false)
})

test('truncated is half of an identity', () => {
  const { body } = reply(answerOf('truncated'))
  expect(body).toMatch(/^\{"MediaContainer":/)
  expect(() => JSON.parse(body) as unknown).toThrow()
})

test('broken-off promises more than it sends', () => {
  const answer = answerOf('broken-off')
  if (answer.kind !== 'broken-off') throw new Error(answer.kind)
  expect(answer.promisedBytes).toBeGreaterThan(answer.sent.length)
})

test.each(['application/json', '*/*'])(
  'huge is far over 64 kB and has nothing to find before that (%s)',
  (accept) => {
    const { body } = reply(answerOf('huge', asking('/identity', { accept })))
    expect(body.length).toBeGreaterThan(128 * 1024)
    expect(body.slice(0, 64 * 1024)).not.toContain('machineIdentifier')
    if (accept !== '*/*') expect(container(answerOf('huge'))['claimed']).toBe(false)
  },
)

test('endless, dripping, slow-headers and redirecting', () => {
  expect(answerOf('endless').kind).toBe('endless')
  expect(answerOf('dripping')).toMatchObject({ kind: 'dripping', everyMs: 1_000 })
  expect(reply(answerOf('slow-headers')).delayMs).toBe(8_000)
  expect(reply(answerOf('redirecting'))).toMatchObject({
    status: 302,
    headers: { location: 'http://elsewhere.local:32400/identity' },
  })
})

test.each([
  ['proxy-down', 502, /<center>nginx<\/center>/],
  ['proxy-503', 503, /^no available server/],
  ['proxy-lost', 404, /^404 page not found/],
  ['basic-auth', 401, /^401 Unauthorized/],
] as const)('%s answers as one in front of a server does', (behaviour, status, words) => {
  const answer = reply(answerOf(behaviour))
  expect(answer.status).toBe(status)
  expect(answer.body).toMatch(words)
  expect('www-authenticate' in answer.headers).toBe(status === 401)
})

test('secure-only closes, and odd-identifier has one that is too short', () => {
  expect(answerOf('secure-only')).toEqual({ kind: 'closed' })
  expect(container(answerOf('odd-identifier'))['machineIdentifier']).toBe(
    ATTIC.machineIdentifier.slice(0, 16),
  )
})

test('two-servers answer in turn', () => {
  const host = machine({ behaviour: 'two-servers' })
  const next = () => container(host.answer(asking('/identity')))['machineIdentifier']
  const { machineIdentifier } = ATTIC
  const one = [machineIdentifier, machineIdentifier]
  const other = [ANOTHER_MACHINE, ANOTHER_MACHINE]
  expect([next(), next(), next(), next(), next(), next()]).toEqual([...one, ...other, ...one])
})

test('forgetful is another machine after each start, and killed-starting never gets to the end of one', () => {
  let now = 0
  const times = { maintenanceMs: 1_000, flappingMs: 3_000 }
  const at = (behaviour: Behaviour, ms: number) => {
    now = 0
    const host = machine({ behaviour, times }, () => now)
    now = ms
    return host.answer(asking('/identity'))
  }
  expect([500, 2_500].map((ms) => reply(at('forgetful', ms)).status)).toEqual([503, 503])
  const [first, second] = [1_500, 3_500].map((ms) => container(at('forgetful', ms))['machineIdentifier'])
  expect(first).not.toBe(second)
  expect(reply(at('killed-starting', 500)).status).toBe(503)
  expect(at('killed-starting', 1_500)).toEqual({ kind: 'refused' })
  expect(reply(at('killed-starting', 2_500)).status).toBe(503)
})
