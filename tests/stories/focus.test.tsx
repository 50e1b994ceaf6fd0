import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, test } from 'vitest'
import type { PretendNetwork } from '../../src/mocks/network.ts'
import { pass } from './clock.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { press, skipClosedRows, tabTo } from './keys.ts'
import { listen } from './listen.ts'
import { arriveAt, openPage, type Page } from './open-page.tsx'
import { CLAIMED, FOUND, LOOKING, MISSING, READY, STARTING, WAITING } from './words.ts'

const SIGN_IN = 'Sign in (opens a new tab)'

beforeEach(skipClosedRows)

type Change = {
  readonly from: string | RegExp
  readonly to: string | RegExp
  /** Leads to the first screen. */
  readonly open: (network: PretendNetwork) => Promise<Page>
  /** What happens in the network; the page does the rest by itself. */
  readonly happens: (network: PretendNetwork) => void
  readonly primary: string | null
}

async function opened(network: PretendNetwork, heading: string | RegExp): Promise<Page> {
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(heading, 20_000)
  return page
}

async function ready(network: PretendNetwork): Promise<Page> {
  network.become(ADDRESS, 'unclaimed')
  return opened(network, READY)
}

async function waiting(network: PretendNetwork): Promise<Page> {
  const page = await ready(network)
  await press(page, SIGN_IN)
  await arriveAt(WAITING)
  return page
}

const CHANGES: readonly Change[] = [
  {
    from: LOOKING,
    to: MISSING,
    open: (network) => opened(network, LOOKING),
    happens: () => undefined,
    primary: null,
  },
  {
    from: READY,
    to: MISSING,
    open: ready,
    happens: (network) => network.become(ADDRESS, 'refusing'),
    primary: SIGN_IN,
  },
  {
    from: MISSING,
    to: READY,
    open: (network) => opened(network, MISSING),
    happens: (network) => network.become(ADDRESS, 'unclaimed'),
    primary: 'Search my network',
  },
  {
    from: READY,
    to: STARTING,
    open: ready,
    happens: (network) => network.become(ADDRESS, 'stuck-starting'),
    primary: SIGN_IN,
  },
  {
    from: WAITING,
    to: CLAIMED,
    open: waiting,
    happens: (network) => network.approve(SERVER),
    primary: 'Open sign-in again',
  },
]

describe.each(CHANGES)('when "$from" becomes "$to" by itself', ({ to, open, happens, primary }) => {
  async function change(network: PretendNetwork): Promise<HTMLElement> {
    happens(network)
    const heading = await arriveAt(to, 60_000)
    await pass(300)
    return heading
  }

  it('who has the focus nowhere is led to the heading, and hears it once', async () => {
    const network = home('silent')
    await open(network)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const ears = await listen()
    await ears.heard()
    const heading = await change(network)
    expect(document.activeElement).toBe(heading)
    expect(await ears.heard()).toEqual([`heading, ${heading.textContent}, level 1`])
  })

  it.runIf(primary !== null)('so is who is at the button that goes', async () => {
    const network = home('silent')
    const page = await open(network)
    await tabTo(page, primary ?? '')
    const ears = await listen()
    await ears.heard()
    const heading = await change(network)
    expect(document.activeElement).toBe(heading)
    expect(await ears.heard()).toEqual([`heading, ${heading.textContent}, level 1`])
  })

  it.each(['Language', 'Activity of this page'])(
    'who is at "%s" stays there, and hears it once',
    async (at) => {
      const network = home('silent')
      const page = await open(network)
      const place = await tabTo(page, at)
      if (place.matches('summary')) await press(page)
      const ears = await listen()
      await ears.heard()
      const heading = await change(network)
      expect(document.activeElement).toBe(place)
      if (place.matches('summary')) expect(place.parentElement).toHaveProperty('open', true)
      expect(await ears.heard()).toEqual([`polite: ${heading.textContent}`])
      await pass(10_000)
      expect(await ears.heard()).toEqual([])
    },
  )
})

test.each([
  ['unclaimed', [READY]],
  ['claimed', [FOUND, CLAIMED]],
] as const)('a server that answers "%s" at once is heard of once a screen', async (behaviour, headings) => {
  openPage({ network: home(behaviour), stamp: stampFor() })
  const ears = await listen()
  await ears.heard()
  await arriveAt(headings.at(-1) ?? '')
  await pass(10_000)
  expect(await ears.heard()).toEqual(headings.map((heading) => `heading, ${heading}, level 1`))
})

test.each(['', '192.168.1.'])('an address of which "%s" is typed goes on being typed', async (text) => {
  const page = await opened(home('silent'), LOOKING)
  await press(page, "Type the server's address")
  const field = await tabTo(page, "The server's address")
  if (text !== '') await page.user.keyboard(text)
  const ears = await listen()
  await ears.heard()
  const heading = await arriveAt(MISSING, 20_000)
  await pass(300)
  expect(document.activeElement).not.toBe(field)
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: "The server's address" }))
  expect(document.activeElement).toHaveProperty('value', text)
  expect(await ears.heard()).toContain(`polite: ${heading.textContent}`)
})

test('when what had the focus goes and its screen stays, the heading has it', async () => {
  const network = home('silent')
  const page = await waiting(network)
  const row = await tabTo(page, 'Use a claim code')
  network.become(ADDRESS, 'refusing')
  await pass(60_000)
  expect(row.isConnected).toBe(false)
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: WAITING }))
})

test('who says that they have a code goes on in the field for it', async () => {
  const page = await ready(home('silent'))
  await press(page, 'Use a claim code')
  await press(page, 'I have a code')
  await pass(300)
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'The claim code' }))
})
