import { screen } from '@testing-library/react'
import { describe, it } from 'vitest'
import { expect, isVisible } from '../visible.ts'
import { pass, settle } from './clock.ts'
import type { PretendNetwork } from '../../src/mocks/network.ts'
import { ADDRESS, home, leaveOldNote, SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, type Opening, type Page } from './open-page.tsx'
import { codesSent } from './traffic.ts'
import { CLAIMED, MISSING, OVERDUE, READY, WAITING } from './words.ts'

const CODE = 'claim-abcdefghij0123456789'
const RAN_OUT = 'claim-expired0000000000000'
const LINKING = 'Your server is being linked'

async function openReady(opening: Opening = {}): Promise<Page> {
  const page = openPage({ network: home(), stamp: stampFor(), ...opening })
  await arriveAt(READY)
  return page
}

const field = () => screen.getByLabelText<HTMLInputElement>('The claim code')

/** The row is closed until somebody opens it. */
async function openRow({ user }: Page): Promise<void> {
  if (!isVisible(field())) await user.click(screen.getByText('Use a claim code'))
}

async function use(page: Page, text = CODE): Promise<void> {
  const { user } = page
  await openRow(page)
  await user.click(field())
  await user.paste(text)
  await user.click(screen.getByRole('button', { name: 'Link with this code' }))
  await settle()
}

/** Waits until the page says so. */
async function told(words: RegExp): Promise<void> {
  await pass(6_000, () => words.test(document.querySelector('main')?.textContent ?? ''))
  const alert = screen.getByRole('alert')
  expect(alert).toBeVisible()
  expect(alert.textContent).toMatch(words)
}

const causes = () =>
  [...document.querySelectorAll<HTMLElement>('[data-cause]')].map(({ dataset }) => dataset['cause'])
const firstCause = () => document.querySelector<HTMLElement>('[data-cause]')?.dataset['cause']

/** Everywhere that a code could be left. */
const traces = (): string =>
  [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input, textarea')].map((input) => (input as HTMLInputElement).value),
    ...[localStorage, sessionStorage].map((area) => JSON.stringify(Object.entries(area))),
    window.location.href,
    JSON.stringify(window.history.state),
    document.title,
  ].join('\n')

describe('a claim code', () => {
  it('claims the server, which says so long before it answers', async () => {
    const page = await openReady()
    await use(page)
    expect(page.stage()).toBe('confirming')
    await arriveAt(LINKING)
    await arriveAt(CLAIMED, 4_000)
    expect(codesSent()).toEqual([`${ADDRESS}/myplex/claim?token=${CODE}`])
    // The answer comes 18 s after the code, and changes nothing.
    await pass(20_000)
    expect(page.stage()).toBe('claimed')
    expect(page.serverShown()).toBe(SERVER)
    expect(localStorage.getItem(`setup-plex:note:${SERVER}`)).toBeNull()
  })

  it('is found in a whole command, and wiped from the field', async () => {
    const page = await openReady()
    await use(page, `docker run -e PLEX_CLAIM="${CODE}" plexinc/pms-docker`)
    expect(codesSent()).toHaveLength(1)
    await arriveAt(CLAIMED, 4_000)
    expect(traces()).not.toContain('abcdefghij')
  })

  it('is found nowhere after it was refused, not in the report either', async () => {
    const page = await openReady()
    await use(page, RAN_OUT)
    await told(/did not accept the code/)
    codesSent()
    await page.user.click(screen.getByText('Activity of this page'))
    await page.user.click(screen.getByText('A report to copy'))
    const report = screen.getByLabelText<HTMLTextAreaElement>('The report').value
    expect(report).toContain('- Claim code: refused')
    expect(report).not.toMatch(/192\.168|Attic|expired0|http/)
    expect(traces()).not.toContain('expired0')
  })

  it('that the server refuses has run out or was used, says the page, and the next one may be tried', async () => {
    const page = await openReady()
    await use(page, RAN_OUT)
    await told(/did not accept the code/)
    expect(page.stage()).toBe('unclaimed')
    expect(firstCause()).toBe('C14')
    await use(page)
    await arriveAt(CLAIMED, 5_000)
    expect(codesSent()).toHaveLength(2)
  })

  it('that was refused says nothing any more once somebody signs in', async () => {
    const page = await openReady()
    await use(page, RAN_OUT)
    await told(/did not accept the code/)
    codesSent()
    const signIn = screen.getByRole('link', { name: 'Sign in (opens a new tab)' })
    signIn.addEventListener('click', (event) => event.preventDefault())
    await page.user.click(signIn)
    await arriveAt(WAITING)
    await page.user.click(screen.getByText('Something not working?'))
    expect(firstCause()).toBe('C1')
    await page.user.click(screen.getByRole('button', { name: 'Cancel' }))
    await arriveAt(READY)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('changes nothing when its answer comes after the person went to sign in', async () => {
    const network = home()
    const page = await openReady({ network })
    network.become(ADDRESS, 'unclaimed', { exchangeMs: 3_600_000, claimReplyMs: 18_000 })
    await use(page)
    await arriveAt(LINKING)
    codesSent()
    const again = screen.getByRole('link', { name: 'Open sign-in again (opens a new tab)' })
    again.addEventListener('click', (event) => event.preventDefault())
    await page.user.click(again)
    await arriveAt(WAITING)
    await pass(60_000)
    await arriveAt(WAITING)
    expect(localStorage.getItem(`setup-plex:note:${SERVER}`)).toContain('signing-in')
  })

  it('L1: that is turned away may be too old, and then the server takes us for somebody from outside', async () => {
    const page = await openReady({ network: home('not-local') })
    await use(page)
    await told(/refused the code.*get a fresh one first/)
    codesSent()
    expect(causes().slice(0, 2)).toEqual(['C14', 'C7'])
    await page.user.click(screen.getByText('Something not working?'))
    await page.user.click(screen.getByRole('button', { name: 'New password' }))
    await settle()
    expect(firstCause()).toBe('C2')
  })

  it('is good for four minutes from being pasted, and not sent afterwards', async () => {
    const page = await openReady()
    await openRow(page)
    await page.user.click(field())
    await page.user.paste(CODE)
    await settle()
    expect(screen.getByRole('timer').textContent).toMatch(/4:00|3:59/)
    await pass(60_000)
    expect(screen.getByRole('timer').textContent).toMatch(/3:00|2:59/)
    await pass(181_000)
    await told(/The code ran out/)
    expect(firstCause()).toBe('C14')
    await page.user.click(screen.getByRole('button', { name: 'Link with this code' }))
    await pass(1_000)
    expect(codesSent()).toEqual([])
    expect(field().value).toBe('')
  })

  it('has its clock started by whoever says that they have one', async () => {
    const page = await openReady()
    await openRow(page)
    await page.user.click(screen.getByRole('button', { name: 'I have a code' }))
    await pass(30_000)
    await page.user.click(field())
    await page.user.paste(CODE)
    await settle()
    expect(screen.getByRole('timer').textContent).toMatch(/3:30|3:29/)
  })

  it.each([
    ['', 'Paste the claim code first.'],
    ['claim-abc', 'too short'],
  ])('that is none ("%s") is not sent, and what is wrong is said', async (text, said) => {
    const page = await openReady()
    await openRow(page)
    if (text === '') await page.user.click(screen.getByRole('button', { name: 'Link with this code' }))
    else await use(page, text)
    expect(screen.getByRole('alert')).toBeVisible()
    expect(screen.getByRole('alert').textContent).toContain(said)
    expect(page.stage()).toBe('unclaimed')
    expect(codesSent()).toEqual([])
  })

  it.each(['x1Y2z3A4b5C6d7E8f9G0', 'xyz_claim-1Y2z3A4b5C6d7E8f9G0'])(
    'L2: is no access token, which is neither sent nor kept nor shown again: %s',
    async (token) => {
      const page = await openReady()
      await use(page, token)
      await told(/may be an access token.*keep the token secret.*begins with claim-/)
      expect(field().value).toBe('')
      expect(traces()).not.toContain('1Y2z3A4b5C6d7E8f9G0')
      expect(codesSent()).toEqual([])
    },
  )

  it('L7: that the account service did not take says so, and blames neither server nor code', async () => {
    const network = home()
    const page = await openReady({ network })
    network.become(ADDRESS, 'account-fails')
    await use(page)
    await told(/account service failed.*Nothing is wrong with your server/)
    codesSent()
    expect(page.stage()).toBe('unclaimed')
    expect(firstCause()).toBe('C8')
    network.become(ADDRESS, 'unclaimed')
    await use(page)
    await arriveAt(CLAIMED, 5_000)
    codesSent()
  })

  it('goes to nobody who is not at home', async () => {
    const far = 'http://203.0.113.5:32400'
    const { user } = await openReady({ network: home('unclaimed', far), stamp: stampFor([far]) })
    await user.click(screen.getByText('Use a claim code'))
    expect(screen.queryByLabelText('The claim code')).toBeNull()
    expect(screen.getByText(/only goes to an IP address at home/)).toBeVisible()
  })

  it('goes to nobody else when another machine has taken the address meanwhile', async () => {
    const network = home()
    const page = await openReady({ network })
    network.become(ADDRESS, 'another-machine')
    await use(page)
    await pass(5_000)
    expect(page.stage()).toBe('stranger')
    expect(codesSent()).toEqual([])
  })

  it('is waited for while the server is away, and what came of it is said', async () => {
    const network = home()
    const page = await openReady({ network })
    await use(page)
    network.become(ADDRESS, 'refusing')
    await pass(3_000)
    expect(page.stage()).toBe('confirming')
    codesSent()
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(OVERDUE, 100_000)
    expect(firstCause()).toBe('C8')
  })

  it('can be taken back while it is waited for', async () => {
    const network = home()
    const page = await openReady({ network })
    network.become(ADDRESS, 'unclaimed', { exchangeMs: 3_600_000, claimReplyMs: 3_600_000 })
    await use(page)
    await arriveAt(LINKING)
    codesSent()
    await page.user.click(screen.getByRole('button', { name: 'Cancel' }))
    await arriveAt(READY)
    await pass(5_000)
    expect(page.stage()).toBe('unclaimed')
  })
})

describe('half a claim code', () => {
  const HALF = 'claim-abcdefgh'

  async function typeHalf(page: Page): Promise<void> {
    await openRow(page)
    await page.user.type(field(), HALF)
    expect(field().value).toBe(HALF)
  }

  /** The screen with the field goes and comes back. */
  async function blink(network: PretendNetwork): Promise<void> {
    network.become(ADDRESS, 'refusing')
    await arriveAt(MISSING, 20_000)
    expect(traces()).not.toContain('abcdefgh')
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 15_000)
  }

  it('outlives the screen that it was typed on, in memory alone', async () => {
    const network = home()
    const page = await openReady({ network })
    await typeHalf(page)
    await blink(network)
    expect(field()).toBeVisible()
    expect(field().value).toBe(HALF)
    expect(document.documentElement.outerHTML).not.toContain('abcdefgh')
    const stored = [localStorage, sessionStorage].flatMap((area) => Object.entries(area))
    expect(JSON.stringify(stored)).not.toContain('abcdefgh')
    await page.user.type(field(), 'ij0123456789')
    await page.user.click(screen.getByRole('button', { name: 'Link with this code' }))
    await arriveAt(CLAIMED, 4_000)
    expect(codesSent()).toEqual([`${ADDRESS}/myplex/claim?token=${CODE}`])
  })

  it('keeps the focus where one screen with the field takes over from another, and takes it from nothing later', async () => {
    const network = home()
    const page = await openReady({ network })
    await typeHalf(page)
    leaveOldNote('signing-in', 0)
    window.dispatchEvent(new StorageEvent('storage', { key: `setup-plex:note:${SERVER}` }))
    await arriveAt(WAITING)
    expect(field().value).toBe(HALF)
    expect(document.activeElement).toBe(field())
    network.become(ADDRESS, 'another-machine')
    await arriveAt(/different server/, 60_000)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(WAITING, 15_000)
    expect(field().value).toBe(HALF)
    expect(document.activeElement).not.toBe(field())
  })

  it.each<[string, (page: Page) => Promise<unknown> | void]>([
    [
      'says "not now"',
      async ({ user }) => {
        await user.click(screen.getByRole('button', { name: 'Not now' }))
        await user.click(screen.getByRole('button', { name: 'Go back to signing in' }))
      },
    ],
    [
      'goes to sign in',
      async ({ user }) => {
        const signIn = screen.getByRole('link', { name: 'Sign in (opens a new tab)' })
        signIn.addEventListener('click', (event) => event.preventDefault())
        await user.click(signIn)
        await arriveAt(WAITING)
        await user.click(screen.getByRole('button', { name: 'Cancel' }))
      },
    ],
    ['leaves the page', () => void window.dispatchEvent(new Event('pagehide'))],
  ])('is forgotten when the person %s', async (_what, leave) => {
    const page = await openReady()
    await typeHalf(page)
    await leave(page)
    await settle()
    await arriveAt(READY)
    expect(field().value).toBe('')
  })

  it('is forgotten when the server is linked meanwhile', async () => {
    const network = home()
    const page = await openReady({ network })
    await typeHalf(page)
    network.become(ADDRESS, 'claimed')
    await arriveAt(CLAIMED, 10_000)
    network.become(ADDRESS, 'unclaimed')
    await arriveAt(READY, 30_000)
    expect(field().value).toBe('')
  })
})

it('signing in on another device shows a code only when somebody asks for it', async () => {
  const { user } = await openReady()
  expect(screen.queryByRole('img', { name: 'QR code of the sign-in address' })).toBeNull()
  await user.click(screen.getByText('Sign in on another device'))
  expect(screen.getByRole('img', { name: 'QR code of the sign-in address' })).toBeInstanceOf(SVGElement)
  const link = screen.getByLabelText<HTMLTextAreaElement>('The sign-in address').value
  expect(link).toContain(`/desktop/#!/server/${SERVER}/await`)
  expect(screen.getByText(/Only continue if you started this/).textContent).toContain('Attic NAS')
})

it('a page that finds nobody offers no code', async () => {
  openPage({ network: home('refusing'), stamp: stampFor() })
  await arriveAt(MISSING)
  expect(screen.queryByLabelText('The claim code')).toBeNull()
})
