import { screen } from '@testing-library/react'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { UserEvent } from '@testing-library/user-event'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage } from './open-page.tsx'
import { OPENED_AT_MS, pass, settle } from './clock.ts'
import { READY, WAITING } from './words.ts'

const NOTE = `setup-plex:note:${SERVER}`
const PIN = {
  code: 'abcde12345abcde12345abcde',
  expiresAt: new Date(OPENED_AT_MS + 15 * 60_000).toISOString(),
}

const WAYS = {
  'a click': (user: UserEvent, link: HTMLElement) => user.click(link),
  'the middle button': (user: UserEvent, link: HTMLElement) =>
    user.pointer({ keys: '[MouseMiddle]', target: link }),
  'the Enter key': (user: UserEvent, link: HTMLElement) => {
    link.focus()
    return user.keyboard('{Enter}')
  },
} as const

/** What the note says at the moment when the browser itself acts on the link. */
function noteWhenLeaving(): () => string | null {
  let note: string | null = null
  const leave = (event: Event): void => {
    note = localStorage.getItem(NOTE)
    // Nothing in these stories goes anywhere.
    event.preventDefault()
  }
  for (const name of ['click', 'auxclick']) {
    window.addEventListener(name, leave)
    onTestFinished(() => window.removeEventListener(name, leave))
  }
  return () => note
}

describe.each(Object.entries(WAYS))('following the link to sign in with %s', (_way, follow) => {
  it.each([
    ['a file', null, 'Sign in (opens a new tab)'],
    ['the server itself', ADDRESS, 'Sign in'],
  ])('leaves the note before it leaves the page (from %s)', async (_from, pageOrigin, name) => {
    const page = openPage({ network: home(), stamp: stampFor([ADDRESS], { signIn: PIN }), pageOrigin })
    await arriveAt(READY)
    const note = noteWhenLeaving()
    await follow(page.user, screen.getByRole('link', { name }))
    expect(JSON.parse(note() ?? 'null')).toMatchObject({
      decision: 'signing-in',
      expiresAtMs: Date.parse(PIN.expiresAt),
    })
    await arriveAt(WAITING)
  })
})

it('leaves the address as well, so that an unstamped page finds its way back', async () => {
  const page = openPage({ network: home(), hash: `#/?at=${encodeURIComponent(ADDRESS)}` })
  await arriveAt(READY)
  await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
  await page.close()
  openPage({ network: home(), hash: '#/' })
  await arriveAt(WAITING)
})

it('leaves no note for the menu of the right button', async () => {
  const page = openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  await page.user.pointer({
    keys: '[MouseRight]',
    target: screen.getByRole('link', { name: 'Sign in (opens a new tab)' }),
  })
  await pass(1_000)
  await arriveAt(READY)
  expect(localStorage.getItem(NOTE)).toBeNull()
})

it('does not take the link off the page in the middle of the click', async () => {
  const page = openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  const link = screen.getByRole('link', { name: 'Sign in (opens a new tab)' })
  let connected: boolean | null = null
  const look = (): void => {
    connected = link.isConnected
  }
  window.addEventListener('click', look)
  onTestFinished(() => window.removeEventListener('click', look))
  await page.user.click(link)
  expect(connected).toBe(true)
  await settle()
})
