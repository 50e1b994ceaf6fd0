// @vitest-environment node
import { expect, test } from 'vitest'
import { ATTIC } from '../../src/mocks/identity.ts'
import { machine, type MachineOptions } from '../../src/mocks/machine.ts'
import { asking, container, ORIGIN, reply } from './asking.ts'

function attic(options: Partial<MachineOptions> = {}) {
  let time = 0
  const host = machine({ behaviour: 'unclaimed', ...options }, () => time)
  return { ...host, wait: (ms: number) => void (time += ms) }
}

test('says who it is in JSON to those who ask for it', () => {
  const answer = reply(attic().answer(asking('/identity')))
  expect(answer.headers['content-type']).toBe('application/json')
  expect(answer.body).toBe(
    '{"MediaContainer":{"size":0,"apiVersion":"1.2.3","claimed":false,' +
      `"machineIdentifier":"${ATTIC.machineIdentifier}","version":"1.43.4.9999-abcdef012"}}`,
  )
})

test('says who it is in XML to everybody else', () => {
  const answer = reply(attic({ behaviour: 'claimed' }).answer(asking('/identity', { accept: '*/*' })))
  expect(answer.body).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer size="0" apiVersion="1.2.3" claimed="1" ' +
      `machineIdentifier="${ATTIC.machineIdentifier}" version="1.43.4.9999-abcdef012">\n</MediaContainer>\n`,
  )
})

test.each(['null', ORIGIN])('lets a page on %s read 200, 401 and 503', (origin) => {
  for (const [behaviour, path, status] of [
    ['unclaimed', '/identity', 200],
    ['claimed', '/', 401],
    ['stuck-starting', '/identity', 503],
  ] as const) {
    const answer = reply(attic({ behaviour }).answer(asking(path, { origin })))
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      vary: 'Origin, X-Plex-Token',
    })
  }
})

test('answers a preflight with what was asked for, and with nothing more', () => {
  const answer = reply(
    attic().answer(
      asking('/identity', { method: 'OPTIONS', 'access-control-request-headers': 'x-plex-product' }),
    ),
  )
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': ORIGIN,
    'access-control-allow-headers': 'x-plex-product',
    'access-control-max-age': '1209600',
  })
  expect(Object.keys(answer.headers).join()).not.toMatch(/credentials|private-network/)
})

test('tells its name at / while it is unclaimed, and only on Linux', () => {
  expect(container(attic().answer(asking('/')))).toMatchObject({
    friendlyName: 'Attic NAS',
    platform: 'Linux',
    myPlexSigninState: 'none',
  })
  expect(reply(attic({ platform: 'Windows' }).answer(asking('/'))).status).toBe(401)
  expect(reply(attic({ behaviour: 'claimed' }).answer(asking('/media/providers'))).status).toBe(401)
})

test('starts: 503 on every path, a start state that comes and goes, then ready', () => {
  const host = attic({ behaviour: 'starting', times: { maintenanceMs: 100, flappingMs: 300 } })
  const startState = () => container(host.answer(asking('/identity')))['startState']
  expect(reply(host.answer(asking('/anything'))).body).toContain('<Response code="503" title="Maintenance"')
  host.wait(110)
  expect(startState()).toBe('startingPlugins')
  host.wait(100)
  expect(startState()).toBeUndefined()
  const claiming = asking('/myplex/claim?token=claim-aaaaaaaaaaaaaaaaaaaa', { method: 'POST' })
  expect(reply(host.answer(claiming))).toMatchObject({
    status: 400,
    body: expect.stringContaining('still starting up') as string,
  })
  host.wait(100)
  expect(startState()).toBe('startingPlugins')
  host.wait(100)
  expect(container(host.answer(asking('/identity')))).toMatchObject({ claimed: false })
  expect(startState()).toBeUndefined()
})

test('restarts claimed, and can be stuck for ever', () => {
  const restarting = attic({ behaviour: 'restarting-claimed', times: { maintenanceMs: 1, flappingMs: 1 } })
  restarting.wait(2)
  expect(container(restarting.answer(asking('/identity')))['claimed']).toBe(true)
  const stuck = attic({ behaviour: 'stuck-starting' })
  stuck.wait(3_600_000)
  expect(reply(stuck.answer(asking('/identity'))).status).toBe(503)
})

test('a claim code: claimed after a second, the reply long after that', () => {
  const host = attic()
  const claiming = asking('/myplex/claim?token=claim-abcdefghij0123456789', { method: 'POST' })
  expect(reply(host.answer(claiming))).toMatchObject({ status: 200, delayMs: 18_000 })
  host.wait(999)
  expect(host.behaviour()).toBe('unclaimed')
  host.wait(1)
  expect(host.behaviour()).toBe('claimed')
  expect(container(host.answer(asking('/identity')))['claimed']).toBe(true)
  expect(reply(host.answer(claiming)).status).toBe(401)
})

test.each(['', '?token=', '?token=claim-short', '?token=claim-expired0123456789abc'])(
  'refuses the claim code of "%s" and stays unclaimed',
  (query) => {
    const host = attic()
    expect(reply(host.answer(asking(`/myplex/claim${query}`, { method: 'POST' }))).status).toBe(400)
    host.wait(60_000)
    expect(host.behaviour()).toBe('unclaimed')
  },
)

test('an approval counts only for its own server, and not after a change of behaviour', () => {
  const host = attic()
  host.approve('f'.repeat(40))
  host.wait(5_000)
  expect(host.behaviour()).toBe('unclaimed')
  host.approve(ATTIC.machineIdentifier)
  host.wait(1_000)
  expect(host.behaviour()).toBe('claimed')
  host.become('unclaimed')
  expect(host.behaviour()).toBe('unclaimed')
})
