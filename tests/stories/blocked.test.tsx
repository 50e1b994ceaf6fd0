import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { pass } from './clock.ts'
import { filmed } from './film.ts'
import { ADDRESS, home, NEW_ADDRESS, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, openRow } from './open-page.tsx'
import { BLOCKED, MISSING, READY } from './words.ts'

const BOTH = stampFor([ADDRESS, NEW_ADDRESS])

/** A home behind a page that came from the internet; its own host says nothing about media servers. */
function internet(pageOrigin: string, behaviour: Behaviour, second: Behaviour = behaviour) {
  const network = home(behaviour)
  network.add({ address: NEW_ADDRESS, behaviour: second, machineIdentifier: SERVER })
  network.add({ address: pageOrigin, behaviour: 'printer' })
  return network
}

describe.each(['https://setup.example.net', 'http://203.0.113.7'])('a page from %s', (pageOrigin) => {
  it('is kept off the network where every address there fails at once', async () => {
    const page = openPage({ network: internet(pageOrigin, 'refusing'), stamp: BOTH, pageOrigin })
    await arriveAt(BLOCKED)
    expect(page.stage()).toBe('blocked')
    expect(screen.getByRole('button', { name: 'Check again' })).toBeVisible()
    await openRow(page, "The server's own page")
    expect(screen.getByRole('link', { name: "Open the server's own page" }).getAttribute('href')).toBe(
      `${ADDRESS}/web/index.html`,
    )
  })

  it('says what to allow where every address is silent, which may be the browser as well', async () => {
    openPage({ network: internet(pageOrigin, 'silent'), stamp: BOTH, pageOrigin })
    await arriveAt(MISSING)
    expect(
      screen.getByText(/If the browser asks whether this page may reach your local network/),
    ).toBeInstanceOf(HTMLElement)
  })

  it('goes on by itself when the person has allowed it', async () => {
    const network = internet(pageOrigin, 'refusing')
    openPage({ network, stamp: BOTH, pageOrigin })
    await arriveAt(BLOCKED)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 10_000)
  })
})

it.each([
  ['Chrome/156.0 Safari/537.36', /“Local network access”/],
  ['Gecko/20100101 Firefox/153.0', /HTTPS-Only Mode/],
  ['(Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0 Safari/537.36', /System Settings, Privacy & Security/],
  ['Something/1.0', /If the browser asks whether/],
])('has steps for the browser at hand (%s)', async (userAgent, steps) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`Mozilla/5.0 ${userAgent}`)
  const pageOrigin = 'https://setup.example.net'
  openPage({ network: internet(pageOrigin, 'refusing'), stamp: BOTH, pageOrigin })
  await arriveAt(BLOCKED)
  expect(screen.getByText(steps)).toBeVisible()
})

it('asks for no permission of the system that Safari does not need', async () => {
  const safari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15'
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(safari)
  const pageOrigin = 'https://setup.example.net'
  openPage({ network: internet(pageOrigin, 'refusing'), stamp: BOTH, pageOrigin })
  await arriveAt(BLOCKED)
  expect(screen.getByText(/If the browser asks whether/)).toBeVisible()
  expect(screen.queryByText(/System Settings/)).toBe(null)
})

describe('a page from the internet', () => {
  const pageOrigin = 'https://setup.example.net'

  it.each(['silent', 'hiding', 'printer', 'another-machine', 'refuses-401', 'truncated'] as const)(
    'is not kept off where one address does anything else (%s)',
    async (behaviour) => {
      const film = filmed()
      openPage({ network: internet(pageOrigin, 'refusing', behaviour), stamp: BOTH, pageOrigin })
      await pass(9_000)
      expect(film.headings().length).toBeGreaterThan(1)
      expect(film.headings()).not.toContain(BLOCKED)
    },
  )

  it('is not kept off where it has nobody to ask', async () => {
    const film = filmed()
    openPage({ network: internet(pageOrigin, 'refusing'), pageOrigin })
    await arriveAt(MISSING)
    expect(film.headings()).not.toContain(BLOCKED)
  })
})

it.each([
  ['a file', null],
  ['the server in the network', ADDRESS],
  ['another computer in the network', 'http://192.168.1.5'],
  ['this computer', 'http://localhost:8080'],
])('a page from %s is never kept off, whatever fails', async (_from, pageOrigin) => {
  const network = home('refusing')
  const film = filmed()
  openPage({ network, stamp: BOTH, pageOrigin })
  await arriveAt(MISSING)
  await pass(9_000)
  expect(film.headings()).not.toContain(BLOCKED)
})

describe('a file in Firefox, in a tab that may have shown a page from the internet', () => {
  function inFirefox(says: { state: PermissionState }): void {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 Gecko/20100101 Firefox/153.0')
    const permissions = { query: () => Promise.resolve(says) }
    Object.defineProperty(navigator, 'permissions', { configurable: true, value: permissions })
  }
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'permissions')
  })

  it('says what to allow while every question hangs, and goes on by itself once it is allowed', async () => {
    const says: { state: PermissionState } = { state: 'prompt' }
    inFirefox(says)
    const network = home('silent')
    openPage({ network, stamp: BOTH, pageOrigin: null })
    await arriveAt(MISSING)
    await pass(4_000)
    const [step] = screen.getAllByText(/^If the browser asks whether this page may reach/)
    expect(step).toBeVisible()
    says.state = 'granted'
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 10_000)
  })

  it('says how to take a refusal back, where every question fails at once', async () => {
    inFirefox({ state: 'denied' })
    openPage({ network: home('refusing'), stamp: BOTH, pageOrigin: null })
    await arriveAt(MISSING)
    const steps = await screen.findAllByText(/^Press the shield or the lock/)
    expect(steps[0]).toBeVisible()
    expect(document.querySelector('[data-cause]')?.getAttribute('data-cause')).toBe('C13')
  })
})
