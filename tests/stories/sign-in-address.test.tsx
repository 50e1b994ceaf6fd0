import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ANOTHER_MACHINE } from '../../src/mocks/identity.ts'
import { OPENED_AT_MS, pass } from './clock.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage, type Opening } from './open-page.tsx'
import { CLAIMED, READY, STRANGER, UNREADABLE } from './words.ts'

const HOSTED = `https://app.plex.tv/desktop/#!/server/${SERVER}/await`
const CODE = 'abcde12345abcde12345abcde'
const WITH_PIN =
  `https://app.plex.tv/auth#?clientID=${SERVER}&code=${CODE}` +
  '&context[device][product]=Plex%20Media%20Server'

function stampWithPin(goodForMs = 30 * 60_000, code = CODE): object {
  const expiresAt = new Date(OPENED_AT_MS + goodForMs).toISOString()
  return stampFor([ADDRESS], { signIn: { code, expiresAt } })
}

async function signInLink(opening: Opening): Promise<HTMLElement> {
  openPage({ network: home(), ...opening })
  await arriveAt(READY)
  return screen.getByRole('link', { name: /^Sign in/ })
}

describe('the link to sign in (protocol.md §4.1)', () => {
  it('leads to the page that waits for this server', async () => {
    const link = await signInLink({ stamp: stampFor() })
    expect(link.getAttribute('href')).toBe(HOSTED)
    expect(link.dataset['action']).toBe('sign-in')
  })

  it('opens beside the page, and gives the page away to nobody', async () => {
    const link = await signInLink({ stamp: stampFor() })
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
  })

  it.each([CODE, 'ab12'])('brings the PIN that the server put into the page (%s)', async (code) => {
    const link = await signInLink({ stamp: stampWithPin(60_000, code) })
    expect(link.getAttribute('href')).toBe(WITH_PIN.replace(CODE, code))
    expect(link.getAttribute('target')).toBe('_blank')
  })

  it('comes back to a page that the server itself served, in the same tab', async () => {
    history.replaceState(null, '', '/setup?X-Plex-Token=secret')
    const link = await signInLink({
      stamp: stampWithPin(),
      pageOrigin: ADDRESS,
      hash: '#/?note=secret',
    })
    // Neither query nor hash: what stands there is nobody else's business.
    const back = encodeURIComponent(`${window.location.origin}/setup`)
    expect(link.getAttribute('href')).toBe(`${WITH_PIN}&forwardUrl=${back}`)
    expect(link.getAttribute('target')).toBeNull()
    expect(link.getAttribute('rel')).toBe('noreferrer')
  })

  it('stays beside the served page without a PIN, because nobody could be sent back', async () => {
    const link = await signInLink({ stamp: stampFor(), pageOrigin: ADDRESS })
    expect(link.getAttribute('href')).toBe(HOSTED)
    expect(link.getAttribute('target')).toBe('_blank')
  })

  it('leaves out a PIN that has run out', async () => {
    const link = await signInLink({ stamp: stampWithPin(-1_000) })
    expect(link.getAttribute('href')).toBe(HOSTED)
  })

  it('leaves it out from the moment when it runs out', async () => {
    const link = await signInLink({ stamp: stampWithPin(10_000) })
    expect(link.getAttribute('href')).toBe(WITH_PIN)
    await pass(11_000)
    expect((await find('link', 'Sign in (opens a new tab)')).getAttribute('href')).toBe(HOSTED)
  })

  it('never brings the PIN of one server to another', async () => {
    const page = openPage({ network: home('another-machine'), stamp: stampWithPin() })
    await arriveAt(STRANGER)
    await page.user.click(screen.getByText('Use this one instead'))
    await page.user.click(screen.getByRole('button', { name: /^Go on with server/ }))
    const link = await find('link', 'Sign in (opens a new tab)')
    expect(link.getAttribute('href')).toBe(HOSTED.replace(SERVER, ANOTHER_MACHINE))
  })

  it('is there once, and not where nothing can be claimed', async () => {
    const network = home()
    await signInLink({ network, stamp: stampFor() })
    expect(document.querySelectorAll('[data-action=sign-in]')).toHaveLength(1)
    network.become(ADDRESS, 'claimed')
    await arriveAt(CLAIMED)
    expect(document.querySelectorAll('[data-action=sign-in]')).toHaveLength(0)
  })
})

describe('where nothing can be read but the page is stamped', () => {
  it('still offers to sign in, and the ways around', async () => {
    openPage({ network: home('hiding'), stamp: stampFor() })
    await arriveAt(UNREADABLE)
    expect(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }).getAttribute('href')).toBe(HOSTED)
    const handOver = screen.getByRole('link', { name: "Open the server's own page" })
    expect(handOver.getAttribute('href')).toBe(`${ADDRESS}/web/index.html`)
    expect(handOver.dataset['action']).toBe('hand-over')
  })

  it('offers no sign-in where it is not known for whom', async () => {
    openPage({ network: home('hiding'), hash: `#/?at=${encodeURIComponent(ADDRESS)}` })
    await arriveAt(UNREADABLE)
    expect(screen.queryByRole('link', { name: /^Sign in/ })).toBeNull()
  })
})
