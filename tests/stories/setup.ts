import { cleanup, configure } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { ACCOUNT_ORIGIN } from '../../src/account/origin.ts'
import { expect } from '../visible.ts'
import { settle, stopClocks } from './clock.ts'
import { failOnComplaints } from './complaints.ts'
import { everythingAsked, forgetTraffic, watched } from './traffic.ts'
import { failOnUnseen } from './unseen.ts'

/** Stands between the page and any real network. */
export const server = setupServer()

configure({
  // The stories decide themselves when time passes; Testing Library would wait for real time here.
  asyncWrapper: async (run) => {
    const result: unknown = await run()
    return result
  },
  // Hours pass in the stories. What StrictMode does twice, the built page does once.
  reactStrictMode: false,
  getElementError: (message) => {
    const onScreen = document.querySelector('main')?.textContent ?? 'nothing'
    return new Error(`${String(message).split('\n', 1)[0]}\nOn screen instead: ${onScreen}`)
  },
})

// Time in a story takes none, but drawing the page some hundred times does.
vi.setConfig({ testTimeout: 60_000 })

const ROUTER_PAGE = /^http:\/\/(192\.168|172\.16|10)\.[\d.]+\/$/

// Before the hooks below: what comes after a test runs the other way round, and everything is to be cleared away first.
failOnComplaints()
failOnUnseen()

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  globalThis.fetch = watched(globalThis.fetch)
})
afterAll(() => server.close())

beforeEach(stopClocks)
afterEach(async () => {
  // A request that is cut off while MSW still thinks about it would fail with nobody there to notice.
  await settle()
  // Where it helps, the account service is asked whether it can be reached: its root, and nothing of it is read. So are
  // routers at home.
  const strays = everythingAsked().filter(
    ({ url, address }) =>
      url !== `${address}/identity` && url !== `${ACCOUNT_ORIGIN}/` && !ROUTER_PAGE.test(url),
  )
  cleanup()
  server.resetHandlers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  forgetTraffic()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  const { documentElement } = document
  for (const name of documentElement.getAttributeNames()) documentElement.removeAttribute(name)
  document.title = ''
  expect(strays, 'the page asked for something else than /identity').toEqual([])
})
