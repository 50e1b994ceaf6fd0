import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { leaveForGood, leaveTo } from '../../src/lib/leave-page.ts'
import { OPENED_AT_MS, pass } from './clock.ts'
import { ADDRESS, home, leaveOldNote, NEW_ADDRESS, rememberAddresses, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, type Opening, type Page } from './open-page.tsx'
import { comeBack, turnBack, turnToAnotherTab } from './person.ts'
import { CLAIMED, DECLINED, HEARSAY, MISSING, READY, TAKING, TO_PRESS, WAITING } from './words.ts'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { drawnByTheApp, wizardOf } from './drawn-by-the-app.tsx'

vi.mock(import('../../src/lib/leave-page.ts'), () => ({ leaveForGood: vi.fn(), leaveTo: vi.fn() }))

const TO_SERVER = `https://app.plex.tv/desktop/#!/server/${SERVER}/await`
const expiresAt = new Date(OPENED_AT_MS + 30 * 60_000).toISOString()
const withPin = stampFor([ADDRESS], { signIn: { code: 'abcd', expiresAt } })
/** From the server itself, which brings people back. */
const served = { stamp: withPin, pageOrigin: ADDRESS }

/** As the entry of a menu does. */
function openPlex(opening: Opening = {}): Page {
  return openPage({ network: home(), stamp: stampFor(), hash: '#/open', ...opening })
}

const press = (page: Page, name: string) => page.user.click(screen.getByRole('button', { name }))

beforeEach(() => {
  vi.mocked(leaveForGood).mockReset()
  vi.mocked(leaveTo).mockReset()
})

function stays(): void {
  expect(leaveForGood).not.toHaveBeenCalled()
  expect(leaveTo).not.toHaveBeenCalled()
}

describe('"Open Plex" on a linked server', () => {
  it('goes on to the server in the account at its first word, once', async () => {
    openPlex({ network: home('claimed') })
    await pass(300)
    expect(leaveForGood).toHaveBeenCalledExactlyOnceWith(TO_SERVER)
    // The way there takes long: then the page says how things are, and sets off no second time.
    await arriveAt(CLAIMED)
    await pass(10_000)
    expect(leaveForGood).toHaveBeenCalledTimes(1)
    expect(leaveTo).not.toHaveBeenCalled()
  })

  it('waits for the second word where the person once said "not now"', async () => {
    leaveOldNote('not-now', 60_000)
    openPlex({ network: home('claimed') })
    await pass(300)
    stays()
    await pass(1_000, () => vi.mocked(leaveForGood).mock.calls.length > 0)
    expect(leaveForGood).toHaveBeenCalledExactlyOnceWith(TO_SERVER)
  })

  it('stays where nobody asked for that', async () => {
    openPage({ network: home('claimed'), stamp: stampFor() })
    await arriveAt(CLAIMED)
    await pass(5_000)
    stays()
  })

  it('stays where an impostor answers at an address of an earlier visit', async () => {
    const network = home('claimed', NEW_ADDRESS)
    rememberAddresses({ machineIdentifier: SERVER, address: NEW_ADDRESS })
    openPlex({ network })
    await arriveAt(HEARSAY)
    await pass(10_000)
    stays()
  })
})

describe('"Open Plex" on an unlinked server', () => {
  it('says where it goes, and goes there after three seconds, with a way back', async () => {
    openPlex({ ...served, network: home() })
    await arriveAt(TAKING)
    expect(screen.getByText(/In 3 seconds, this page goes on to signing in/)).toBeVisible()
    await pass(2_500)
    stays()
    await pass(600)
    const [[href] = ['']] = vi.mocked(leaveTo).mock.calls
    expect(leaveTo).toHaveBeenCalledTimes(1)
    expect(href).toMatch(new RegExp(`^https://app\\.plex\\.tv/auth#\\?clientID=${SERVER}&code=abcd&`))
    expect(href).toContain(`forwardUrl=${encodeURIComponent(`${window.location.origin}/`)}`)
    expect(leaveForGood).not.toHaveBeenCalled()
  })

  it('waits for the sign-in of who comes back, and takes nobody there again', async () => {
    const network = home()
    const page = openPlex({ ...served, network })
    await arriveAt(TAKING)
    await pass(3_100)
    expect(leaveTo).toHaveBeenCalledTimes(1)
    expect(window.location.hash).toBe('#/')
    // By the browser's button the page is opened anew, or shown as it was.
    await arriveAt(WAITING)
    await page.reload()
    await arriveAt(WAITING)
    network.approve(SERVER)
    await arriveAt(CLAIMED)
    await pass(10_000)
    expect(leaveTo).toHaveBeenCalledTimes(1)
    expect(leaveForGood).not.toHaveBeenCalled()
  })

  it('is stopped by who wants to stay', async () => {
    const page = openPlex({ ...served, network: home() })
    await arriveAt(TAKING)
    const entries = history.length
    await press(page, 'Stay on this page')
    await arriveAt(READY)
    expect(history).toHaveLength(entries)
    await pass(20_000)
    await (await page.reload()).close()
    stays()
  })

  it('keeps to "not now", also when it is opened again', async () => {
    const network = home()
    const page = openPlex({ ...served, network })
    await arriveAt(TAKING)
    await press(page, 'Not now')
    await arriveAt(DECLINED)
    await page.close()
    const again = openPlex({ ...served, network })
    await arriveAt(DECLINED)
    await pass(10_000)
    stays()
    // And to who changes their mind, without more ado.
    await press(again, 'Go back to signing in')
    await arriveAt(READY)
    await pass(10_000)
    stays()
  })

  it('waits for somebody to see it', async () => {
    turnToAnotherTab()
    openPlex({ ...served, network: home() })
    await arriveAt(TO_PRESS)
    await pass(10_000)
    stays()
    turnBack()
    await arriveAt(TAKING)
    await pass(2_500)
    stays()
    await pass(600)
    expect(leaveTo).toHaveBeenCalledTimes(1)
  })

  it('moves nowhere by itself where nothing shall move', async () => {
    vi.stubGlobal('matchMedia', (asked: string) => ({
      matches: asked === '(prefers-reduced-motion: reduce)',
    }))
    openPlex({ ...served, network: home() })
    await arriveAt(TO_PRESS)
    await pass(10_000)
    stays()
    expect(screen.queryByRole('button', { name: 'Stay on this page' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toContain('code=abcd')
  })

  it('leaves the new tab to a press of the person, from a file', async () => {
    const network = home()
    const page = openPlex({ network, stamp: withPin })
    await arriveAt(TO_PRESS)
    await pass(10_000)
    stays()
    const link = screen.getByRole('link', { name: /^Sign in/ })
    expect(link.getAttribute('target')).toBe('_blank')
    link.addEventListener('click', (event) => event.preventDefault())
    await page.user.click(link)
    await arriveAt(WAITING)
    network.approve(SERVER)
    await arriveAt(CLAIMED)
    await pass(10_000)
    stays()
  })

  it('goes nowhere while the server is silent, and tells it anew when it is back', async () => {
    const network = home()
    openPlex({ ...served, network })
    await arriveAt(TAKING)
    await pass(1_500)
    network.become(ADDRESS, 'refusing')
    // Who turns back to the page has the server asked at once.
    comeBack('focus')
    await arriveAt(TO_PRESS)
    await pass(5_000)
    stays()
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(TAKING, 4_000)
    await pass(2_500)
    stays()
    await pass(600)
    expect(leaveTo).toHaveBeenCalledTimes(1)
  })
})

describe('"Open Plex" where something is wrong', () => {
  it('shows the page as it is, and opens the server once that answers', async () => {
    const network = home('refusing')
    openPlex({ network })
    await arriveAt(MISSING)
    stays()
    network.become(ADDRESS, 'claimed')
    await pass(10_000, () => vi.mocked(leaveForGood).mock.calls.length > 0)
    expect(leaveForGood).toHaveBeenCalledExactlyOnceWith(TO_SERVER)
  })

  it('asks nobody to go anywhere after they turned to something else', async () => {
    const network = home('refusing')
    openPlex({ network })
    await arriveAt(MISSING)
    window.location.hash = '#/help/trouble'
    await pass(500)
    expect(document.documentElement.dataset['screen']).toBe('help-trouble')
    network.become(ADDRESS, 'claimed')
    await pass(10_000)
    stays()
  })
})

it('never says more seconds than there are, where the page was drawn from a moment before', () => {
  const facts = EVERY_SCREEN.taking
  const early = { ...facts, openSinceMs: facts.now.monotonicMs + 40 }
  const page = drawnByTheApp(wizardOf(early, { withoutApp: false }), 'en')
  expect(page.textContent).toContain('In 3 seconds, this page goes on')
})
