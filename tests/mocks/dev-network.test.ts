// @vitest-environment node
import { expect, test } from 'vitest'
import { devAddress, devNetwork } from '../../src/mocks/dev-network.ts'
import { asking, container, ORIGIN, reply } from './asking.ts'

test('at its own address the development server is the mere web server that it is', () => {
  const own = devNetwork(ORIGIN).answer({ ...asking('/identity'), url: new URL('/identity', ORIGIN) })
  expect(reply(own).status).toBe(200)
  expect(reply(own).headers['content-type']).toMatch(/^text\/html/)
})

test('on this computer there is an unclaimed server, and each behaviour has an address', () => {
  const network = devNetwork(ORIGIN)
  const askedAt = (address: string) =>
    container(network.answer({ ...asking('/identity'), url: new URL('/identity', address) }))
  expect(askedAt('http://127.0.0.1:32400')['claimed']).toBe(false)
  expect(askedAt(devAddress('claimed'))['claimed']).toBe(true)
})
