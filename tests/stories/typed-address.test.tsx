import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pass } from './clock.ts'
import { ADDRESS, home, OTHER_SERVER, stampFor } from './home.ts'
import { arriveAt, openPage, openRow, type Page } from './open-page.tsx'
import { everythingAsked, timesAsked } from './traffic.ts'
import { LOOKING, MISSING, READY } from './words.ts'

const field = () => screen.getByRole('textbox', { name: "The server's address" })

async function submit(page: Page, text: string): Promise<void> {
  await page.user.clear(field())
  await page.user.click(field())
  if (text !== '') await page.user.paste(text)
  await page.user.keyboard('{Enter}')
}

async function openMissing(network = home('refusing')): Promise<Page> {
  const page = openPage({ network, stamp: stampFor() })
  await arriveAt(MISSING)
  await openRow(page, "Type the server's address")
  return page
}

describe('an address that the person types', () => {
  it.each([
    ['192.168.1.20', 'http://192.168.1.20:32400'],
    ['  192.168.1.20:8080 ', 'http://192.168.1.20:8080'],
    ['attic-nas', 'http://attic-nas:32400'],
    ['Attic.local:32400', 'http://attic.local:32400'],
    ['[fd00::20]', 'http://[fd00::20]:32400'],
    ['fd00::20', 'http://[fd00::20]:32400'],
    ['http://192.168.1.20:32400/web/index.html#!/', 'http://192.168.1.20:32400'],
    ['https://media.example.net/plex?x=1', 'https://media.example.net'],
  ])('is asked, in whichever form (%s)', async (typed, address) => {
    const network = home('refusing')
    network.add({ address, behaviour: 'unclaimed' })
    const page = await openMissing(network)
    await submit(page, typed)
    await arriveAt(READY)
    expect(window.location.hash).toBe(`#/?at=${encodeURIComponent(address)}`)
    expect(timesAsked(address)).toBeGreaterThan(0)
  })

  it('leaves the language of the link as it is', async () => {
    const network = home('refusing')
    network.add({ address: 'http://192.168.1.20:32400', behaviour: 'unclaimed' })
    const page = openPage({ network, stamp: stampFor(), hash: '#/?lang=en&at=http://192.168.1.30:32400' })
    await arriveAt(MISSING)
    await openRow(page, "Type the server's address")
    await submit(page, '192.168.1.20')
    await arriveAt(READY)
    expect(window.location.hash).toBe('#/?lang=en&at=http%3A%2F%2F192.168.1.20%3A32400')
  })

  it('F23: of which a part was read as the port says so under the field', async () => {
    const { user } = await openMissing()
    await user.click(field())
    await user.paste('192.168.1.20/32400/web')
    const note = screen.getByText('The page reads /32400 as the port, and checks 192.168.1.20:32400.')
    expect(note).toBeVisible()
    expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(note.id)
    await user.clear(field())
    expect(screen.queryByText(/reads \/32400/)).toBeNull()
  })

  it.each([
    ['', "Type the server's address first, for example 192.168.1.10."],
    [
      'two words',
      'That is not an address this page can read. Type an address like 192.168.1.10 or attic-nas:32400.',
    ],
    ['ftp://attic-nas', 'Only addresses that begin with http:// or https:// lead to a media server.'],
    ['attic-nas:99999', /must be between 1 and 65535/],
    ['http://me:secret@attic-nas', /^Leave out the name and password before the @ sign/],
    ['[fe80::1%eth0]', /^Browsers can't use an address with a % sign/],
  ])('is not asked where it is none, and the page says what to do (%s)', async (typed, sentence) => {
    const page = await openMissing()
    const before = new Set(everythingAsked().map(({ address }) => address))
    await submit(page, typed)
    const problem = screen.getByRole('alert')
    expect(problem.textContent).toMatch(sentence)
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(problem.id)
    await pass(5_000)
    expect(new Set(everythingAsked().map(({ address }) => address))).toEqual(before)
  })

  it('is asked at once, also where it was asked before', async () => {
    const network = home('refusing')
    const page = await openMissing(network)
    network.become(ADDRESS, 'unclaimed')
    await submit(page, '192.168.1.10')
    await arriveAt(READY, 300)
  })

  it('can be mended after a mistake', async () => {
    const network = home('refusing')
    network.add({ address: 'http://attic-nas:32400', behaviour: 'unclaimed' })
    const page = await openMissing(network)
    await submit(page, 'attic nas')
    expect(screen.getByRole('alert')).toBeVisible()
    await submit(page, 'attic-nas')
    await arriveAt(READY)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('can be typed while the page is still looking', async () => {
    const network = home('silent')
    network.add({ address: 'http://attic-nas:32400', behaviour: 'unclaimed' })
    const page = openPage({ network, stamp: stampFor() })
    await page.user.click(screen.getByText("Type the server's address"))
    await submit(page, 'attic-nas')
    await arriveAt(READY)
  })
})

describe('while the person is typing', () => {
  it('the answers that come meanwhile leave the field and its focus alone', async () => {
    const page = await openMissing()
    await page.user.type(field(), 'http://192.168.1')
    const typing = field()
    const before = timesAsked(ADDRESS)
    await pass(20_000)
    expect(timesAsked(ADDRESS)).toBeGreaterThan(before + 5)
    expect(field()).toBe(typing)
    expect(typing).toHaveProperty('value', 'http://192.168.1')
    expect(document.activeElement).toBe(typing)
  })

  it('the end of the looking takes nothing away either', async () => {
    const page = openPage({ network: home('silent'), stamp: stampFor() })
    expect(screen.getByRole('heading', { name: LOOKING })).toBeVisible()
    await page.user.click(screen.getByText("Type the server's address"))
    await page.user.type(field(), '192.168.1')
    await arriveAt(MISSING)
    expect(field()).toHaveProperty('value', '192.168.1')
    expect(document.activeElement).toBe(field())
  })
})

describe('a name that leads to a server which knows itself by number', () => {
  it.each([
    ['the number from the file, for the link to its own page', stampFor(), 'http://192.168.1.10:32400'],
    ['the name, where the file belongs to another server', stampFor([ADDRESS], {}), null],
  ] as const)('%s', async (_what, stamp, expected) => {
    const name = 'http://attic:32400'
    const network = home('refusing')
    network.add({
      address: name,
      behaviour: 'no-flag',
      ...(expected === null && { machineIdentifier: OTHER_SERVER }),
    })
    // The person typed it, a moment ago in this tab.
    sessionStorage.setItem('setup-plex:named-addresses', JSON.stringify([{ address: name, how: 'typed' }]))
    const page = openPage({
      network,
      ...(expected !== null && { stamp }),
      hash: `#/?at=${encodeURIComponent(name)}`,
    })
    await arriveAt(/can't read its status/)
    const link = screen.getByRole('link', { name: "Open the server's own page" })
    expect(link.getAttribute('href')).toBe(`${expected ?? name}/web/index.html`)
    await page.close()
  })
})
