import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ANOTHER_MACHINE } from '../../src/mocks/identity.ts'
import type { PretendNetwork } from '../../src/mocks/network.ts'
import { pass } from './clock.ts'
import { ADDRESS, home, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage, type Opening, type Page } from './open-page.tsx'
import { openWaiting } from './open-waiting.ts'
import { filmed } from './film.ts'
import { everythingAsked, timesAsked } from './traffic.ts'
import { CLAIMED, FOUND, LOOKING, READY, STRANGER, WAITING } from './words.ts'

/** Lets time pass until the server has been asked once more. */
async function oneMoreAnswer(): Promise<void> {
  const before = timesAsked(ADDRESS)
  expect(await pass(6_000, () => timesAsked(ADDRESS) > before)).toBe(true)
  await pass(1)
}

it('is said only after two answers that agree and lie half a second apart', async () => {
  const film = filmed()
  openPage({ network: home('claimed'), stamp: stampFor() })
  await arriveAt(FOUND)
  expect(screen.getByText('Checking…')).toBeVisible()
  await arriveAt(CLAIMED, 1_000)
  const times = everythingAsked().filter(({ address }) => address === ADDRESS)
  const [last, before] = [times.at(-1)?.atMs ?? 0, times.at(-2)?.atMs ?? 0]
  expect(last - before).toBeGreaterThanOrEqual(500)
  expect(film.headings()).toEqual(['Looking for your server', FOUND, CLAIMED])
})

it('is not said after a flicker: claimed once, and unclaimed in the next answer', async () => {
  const network = home()
  const film = filmed()
  await openWaiting({ network })
  network.become(ADDRESS, 'claimed')
  await oneMoreAnswer()
  network.become(ADDRESS, 'unclaimed')
  await pass(10_000)
  await arriveAt(WAITING)
  expect(film.said(/✓|Linked|All done|is linked to/)).toEqual([])
})

it('counts from the newest answer again after a flicker', async () => {
  const network = home()
  await openWaiting({ network })
  network.become(ADDRESS, 'claimed')
  await oneMoreAnswer()
  network.become(ADDRESS, 'unclaimed')
  await oneMoreAnswer()
  network.become(ADDRESS, 'claimed')
  await oneMoreAnswer()
  expect(screen.queryByRole('heading', { name: CLAIMED })).toBeNull()
  await arriveAt(CLAIMED, 1_000)
})

it('comes with a tick in the title, the name of the server, and the way to open it', async () => {
  const network = home()
  const page = await openWaiting({ network })
  network.approve(SERVER)
  // The pretend server says so a second later; then there are 2 s (contract.md §5).
  await arriveAt(CLAIMED, 3_000)
  expect(document.title).toBe('✓ All done. Your server is linked · Setup Plex')
  expect(screen.getByText(/^The server “Attic NAS” is linked to a Plex account/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Open Plex (opens a new tab)' }).getAttribute('href')).toBe(
    `https://app.plex.tv/desktop/#!/server/${SERVER}/await`,
  )
  expect(page.serverShown()).toBe(SERVER)
})

it('stays when the server is switched off afterwards, and says that it does not answer', async () => {
  const network = home('claimed')
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED)
  network.become(ADDRESS, 'refusing')
  await pass(20_000)
  await arriveAt(CLAIMED)
  expect(page.serverShown()).toBe(SERVER)
  expect(screen.getByText(/isn't answering at the moment/)).toBeVisible()
})

it('stays while the server restarts', async () => {
  const network = home('claimed')
  const film = filmed()
  openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED)
  network.become(ADDRESS, 'restarting-claimed')
  await pass(20_000)
  expect(film.headings().at(-1)).toBe(CLAIMED)
})

it('goes when a newer answer says that the server is not claimed any more', async () => {
  const network = home('claimed')
  openPage({ network, stamp: stampFor() })
  await arriveAt(CLAIMED)
  network.become(ADDRESS, 'unclaimed')
  await arriveAt(READY)
  await find('link', 'Sign in (opens a new tab)')
  expect(document.title).toBe('Your server is running. Link it to your Plex account · Setup Plex')
})

it('is never said of one machine because another one at its address is', async () => {
  const network = home()
  await openWaiting({ network })
  network.become(ADDRESS, 'another-machine')
  network.approve(ANOTHER_MACHINE)
  await arriveAt(STRANGER)
  await pass(10_000)
  await arriveAt(STRANGER)
})

describe('the end is a beginning', () => {
  const words = (): string => document.querySelector('main')?.textContent ?? ''

  async function openClaimed(opening: Opening = {}): Promise<Page> {
    const page = openPage({ network: home('claimed'), stamp: stampFor(), ...opening })
    await arriveAt(CLAIMED)
    return page
  }

  it('says what comes next, and leads to nobody but the account, the TV page and a support article', async () => {
    await openClaimed()
    expect(screen.getByRole('heading', { name: 'What next?' })).toBeVisible()
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[target=_blank]')]
    expect(links.map(({ textContent, href }) => [textContent, href])).toEqual([
      ['Open Plex (opens a new tab)', `https://app.plex.tv/desktop/#!/server/${SERVER}/await`],
      [
        'Add films, music and photos (opens a new tab)',
        'https://support.plex.tv/articles/200288926-creating-libraries/',
      ],
      ['Watch on a TV (opens a new tab)', 'https://plex.tv/link'],
    ])
    expect(screen.getByText('Watch on a phone')).toBeVisible()
    expect(words()).toContain('may take two minutes to appear')
  })

  it('never speaks of "your account": the page knows only that there is one', async () => {
    await openClaimed()
    expect(words()).not.toMatch(/your (Plex )?account/i)
  })

  it.each([
    ['from a file, that may be deleted', null, true],
    ['from a server, that is none', ADDRESS, false],
  ])('speaks of the file only where there is one: %s', async (_from, pageOrigin, said) => {
    await openClaimed({ pageOrigin })
    expect(words().includes('You can delete this file')).toBe(said)
  })

  it('leads a person who still sees no libraries to the search by symptoms', async () => {
    const page = await openClaimed()
    await page.user.click(await find('link', "I still don't see my libraries"))
    await arriveAt('What is the trouble?')
    expect(window.location.hash).toBe('#/help/trouble')
  })
})

async function openReady(opening: Opening): Promise<Page> {
  const page = openPage({ stamp: stampFor(), ...opening })
  await arriveAt(READY)
  return page
}

describe('a help page', () => {
  const MEANWHILE = 'Your server was linked meanwhile.'

  async function readHelp(network: PretendNetwork, open: typeof openReady): Promise<Page> {
    const page = await open({ network })
    await page.user.click(screen.getByText('Help'))
    await page.user.click(await find('link', 'Where the file is'))
    await arriveAt('Where the file is')
    return page
  }

  it.each([
    ['before signing in', openReady],
    ['while somebody signs in', openWaiting],
  ])(
    'says so where the server was linked meanwhile, aloud as well, and leads there (%s)',
    async (_when, open) => {
      const network = home()
      const page = await readHelp(network, open)
      await pass(20_000)
      expect(screen.queryByText(MEANWHILE)).toBeNull()
      network.approve(SERVER)
      const aloud = () => screen.queryAllByText(MEANWHILE, { selector: '[role=status]' })
      await pass(8_000, () => aloud().length > 0)
      expect(aloud()).toHaveLength(1)
      expect(screen.getByText(MEANWHILE, { selector: '[data-news]' })).toBeVisible()
      await page.user.click(screen.getByRole('link', { name: 'See what comes next' }))
      await arriveAt(CLAIMED)
    },
  )

  it('says nothing of the kind where the server was linked all along', async () => {
    openPage({ network: home('claimed'), stamp: stampFor(), hash: '#/help/find-the-file' })
    await pass(8_000)
    expect(document.documentElement.dataset['stage']).toBe('claimed')
    expect(screen.queryByText(MEANWHILE)).toBeNull()
  })

  it('says nothing of the kind to a person who has seen it', async () => {
    const network = home()
    const page = openPage({ network, stamp: stampFor() })
    await arriveAt(READY)
    network.approve(SERVER)
    await arriveAt(CLAIMED, 8_000)
    await page.user.click(await find('link', "I still don't see my libraries"))
    await arriveAt('What is the trouble?')
    await pass(5_000)
    expect(screen.queryByText(MEANWHILE)).toBeNull()
  })
})

it.each([
  ['while the page looks', 'silent', LOOKING],
  ['before signing in', 'unclaimed', READY],
] as const)('what it takes is said %s', async (_when, behaviour, heading) => {
  openPage({ network: home(behaviour), stamp: stampFor() })
  await arriveAt(heading)
  expect(screen.getByText(/^About a minute\. You need this device in the server's network/)).toBeVisible()
})
