import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pass } from './clock.ts'
import { expectedComplaints } from './complaints.ts'
import { home, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage, type Page } from './open-page.tsx'
import { everythingAsked } from './traffic.ts'
import { READY } from './words.ts'

const CRASHED = 'This page made a mistake'
const CODE = 'claim-AbCdEfGhIjKlMnOp_-12'
const SECRETS = [
  '192.168.1.10',
  'attic-nas',
  'fd00::10',
  '/home/ann',
  SERVER,
  'cellar',
  'garage',
  'anna',
  CODE,
]
const MESSAGE =
  `Nobody handles {"address":"http://192.168.1.10:32400","machine":"${SERVER}"} ` +
  'nor http://attic-nas.local:32400/identity nor http://[fd00::10]:32400 ' +
  'nor file:///home/ann/Setup%20Plex.html nor 192.168.1.10:32400 ' +
  `nor cellar.fritz.box nor garage:32400 nor anna@example.net nor ${CODE}`

/** A fact that no page expects: reading it throws. */
function poison(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => {
    throw new Error(MESSAGE)
  })
}

async function openCrashed(): Promise<Page> {
  const page = openPage({ network: home(), stamp: stampFor() })
  await arriveAt(READY)
  poison()
  await arriveAt(CRASHED)
  // React tells developers about every error that a boundary catches.
  expect(expectedComplaints().join('\n')).toContain('Nobody handles')
  return page
}

describe('when the page itself makes a mistake', () => {
  let page: Page
  beforeEach(async () => {
    page = await openCrashed()
  })

  it('says so, and that nothing happened to the server', () => {
    expect(page.stage()).toBe('crashed')
    expect(page.serverShown()).toBeUndefined()
    expect(screen.getByText('Nothing happened to your server.')).toBeVisible()
  })

  it('says it in the title too, instead of what was there before', () => {
    expect(document.title).toBe(`${CRASHED} · Setup Plex`)
  })

  it('moves the focus to the heading, like every other change of the screen', () => {
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: CRASHED }))
  })

  it('shows a report without addresses, names, paths and whole identifiers', () => {
    const report = screen.getByRole('textbox', { name: 'The report' })
    const text = (report as HTMLTextAreaElement).value
    expect(text).toContain('Error: Nobody handles')
    for (const secret of SECRETS) expect(text).not.toContain(secret)
  })

  it('copies exactly that report', async () => {
    await page.user.click(screen.getByRole('button', { name: 'Copy report' }))
    await find('status', '')
    expect(screen.getByText('Copied.')).toBeVisible()
    const report = screen.getByRole('textbox', { name: 'The report' })
    expect(await navigator.clipboard.readText()).toBe((report as HTMLTextAreaElement).value)
  })

  it('starts over by loading the page anew, without the address in its link', async () => {
    // Nobody can really load a page here.
    const location = { hash: '#/?at=http%3A%2F%2Fattic-nas%3A32400', reload: vi.fn() }
    vi.stubGlobal('location', location)
    await page.user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(location.hash).toBe('#/')
    expect(location.reload).toHaveBeenCalledOnce()
  })

  it('stops asking', async () => {
    const before = everythingAsked().length
    await pass(20_000)
    expect(everythingAsked()).toHaveLength(before)
  })
})

it('does nothing inside another page, and offers to be opened on its own', async () => {
  const page = openPage({
    network: home(),
    stamp: stampFor(),
    framed: true,
    hash: '#/?at=http://attic:32400',
  })
  await arriveAt('This page only works on its own')
  expect(page.stage()).toBe('blocked')
  const way = screen.getByRole('link', { name: 'Open this page in its own tab (opens a new tab)' })
  expect(way.getAttribute('href')).toBe(window.location.href)
  expect(way.getAttribute('target')).toBe('_blank')
  await pass(20_000)
  expect(everythingAsked()).toEqual([])
  expect(screen.queryByRole('link', { name: /^Sign in/ })).toBeNull()
})
