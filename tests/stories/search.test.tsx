import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pretendNetwork, type PretendNetwork } from '../../src/mocks/network.ts'
import { pass } from './clock.ts'
import { ADDRESS, OTHER_SERVER, rememberAddresses, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage, type Page } from './open-page.tsx'
import { everythingAsked, timesAsked } from './traffic.ts'
import { CHOOSING, LOOKING, MISSING, READY, SEARCHING, STRANGER } from './words.ts'

const MOVED = 'http://192.168.1.77:32400'

/** A network in which nobody is but those named; the others do not even refuse. */
function quietHome(...servers: readonly { address: string; machineIdentifier?: string }[]): PretendNetwork {
  return pretendNetwork(
    servers.map((each) => ({ behaviour: 'unclaimed', machineIdentifier: SERVER, ...each })),
    { now: () => performance.now(), elsewhere: 'silent' },
  )
}

async function openMissing(network: PretendNetwork, stamp: object | undefined = stampFor()): Promise<Page> {
  const page = openPage({ network, ...(stamp !== undefined && { stamp }) })
  await arriveAt(MISSING, 7_000)
  return page
}

async function search(page: Page): Promise<void> {
  await page.user.click(screen.getByRole('button', { name: 'Search my network' }))
}

const asked = (beginning: string): readonly string[] => [
  ...new Set(
    everythingAsked()
      .map(({ address }) => address)
      .filter((address) => address.startsWith(`http://${beginning}.`)),
  ),
]

describe('a search of the network', () => {
  it('is never made unless somebody asks for it', async () => {
    await openMissing(quietHome())
    await pass(60_000)
    expect(asked('192.168.1')).toEqual([ADDRESS])
  })

  it('finds the server that this file belongs to at its new address, and goes straight on', async () => {
    const page = await openMissing(quietHome({ address: MOVED }))
    await search(page)
    await arriveAt(READY, 2_000)
    expect(page.serverShown()).toBe(SERVER)
    expect(screen.getByText(/^192\.168\.1\.77:32400 ·/)).toBeVisible()
  })

  it('stops at the right server, and asks nobody from then on but it and where the file says', async () => {
    const page = await openMissing(quietHome({ address: MOVED }))
    await search(page)
    await arriveAt(READY, 2_000)
    const before = everythingAsked().length
    await pass(10_000)
    const later = new Set(
      everythingAsked()
        .slice(before)
        .map(({ address }) => address),
    )
    expect([...later].sort()).toEqual([ADDRESS, MOVED])
  })

  it('shows how far it is, in numbers', async () => {
    const page = await openMissing(quietHome())
    await search(page)
    await arriveAt(SEARCHING)
    expect(page.stage()).toBe('looking')
    const bar = screen.getByRole('progressbar', { name: 'Addresses asked' })
    expect(bar.getAttribute('max')).toBe('253')
    expect(screen.getByText('0 of 253 asked, 0 answered, 253 left.')).toBeVisible()
    await pass(650)
    const text = screen.getByText(/of 253 asked/).textContent ?? ''
    const [, done = '0', left = '0'] = /^(\d+) of 253 asked, 0 answered, (\d+) left\.$/.exec(text) ?? []
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(done) + Number(left)).toBe(253)
  })

  it('can be stopped, and says how far it came', async () => {
    const page = await openMissing(quietHome())
    await search(page)
    await arriveAt(SEARCHING)
    await pass(250)
    await page.user.click(screen.getByRole('button', { name: 'Stop' }))
    await arriveAt(MISSING)
    const before = everythingAsked().length
    expect(screen.getByText(/was stopped after \d+ of 253 addresses/)).toBeVisible()
    await pass(2_000)
    // The address that the file names is asked on as before.
    expect(everythingAsked().length - before).toBeLessThan(12)
  })

  it('ends in something to do when nobody is there', async () => {
    const page = await openMissing(quietHome())
    await search(page)
    await arriveAt(SEARCHING)
    await arriveAt(MISSING, 5_000)
    expect(screen.getByText(/All 253 addresses of 192\.168\.1\.x were asked, 0 answered/)).toBeInstanceOf(
      HTMLElement,
    )
    expect(screen.getByText(/asked once more/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Search again' })).toBeVisible()
    await pass(10_000)
    expect(screen.queryByText(/asked once more/)).toBeNull()
    expect(page.stage()).toBe('missing')
  })

  it('says that the browser has to let go first, when it is made again at once', async () => {
    const network = quietHome()
    // Nobody listens there, so that the page sees that nothing queues up.
    network.add({ address: 'http://127.0.0.1:32399', behaviour: 'refusing' })
    const page = await openMissing(network)
    await search(page)
    await arriveAt(MISSING, 5_000)
    await pass(10_000)
    await page.user.click(screen.getByRole('button', { name: 'Search again' }))
    await arriveAt(SEARCHING)
    await pass(1_000)
    const said = screen.getByText(/still holds the connections of the last search/).textContent
    const [, seconds] = /goes on in about (\d+) seconds/.exec(said) ?? []
    expect(Number(seconds)).toBeGreaterThan(90)
    await page.user.click(screen.getByRole('button', { name: 'Stop' }))
    await arriveAt(MISSING)
  })

  it('says so when every address failed at once', async () => {
    const network = pretendNetwork([], { now: () => performance.now() })
    const page = await openMissing(network)
    await search(page)
    await arriveAt(MISSING, 5_000)
    expect(screen.getByText(/Every one of them failed at once/)).toBeVisible()
  })

  it('finds another server than the one that this file belongs to: that is a stranger', async () => {
    const page = await openMissing(quietHome({ address: MOVED, machineIdentifier: OTHER_SERVER }))
    await search(page)
    await arriveAt(STRANGER, 5_000)
    expect(page.serverShown()).toBeUndefined()
    expect(screen.queryByRole('link', { name: /sign in/i })).toBeNull()
  })

  it('keeps asking the address that the file names', async () => {
    const network = quietHome()
    const page = await openMissing(network)
    await search(page)
    await arriveAt(SEARCHING)
    network.add({ address: ADDRESS, behaviour: 'unclaimed', machineIdentifier: SERVER })
    await arriveAt(READY, 10_000)
  })
})

describe('where no server is known', () => {
  const one = { address: MOVED }
  const another = { address: 'http://192.168.1.20:32400', machineIdentifier: OTHER_SERVER }

  async function pick(page: Page, label: string | RegExp): Promise<void> {
    await search(page)
    await page.user.click(screen.getByRole('radio', { name: label }))
    await page.user.click(screen.getByRole('button', { name: 'Search the network' }))
  }

  it('the person picks a network, and one server is gone straight on with', async () => {
    const page = openPage({ network: quietHome(one) })
    await arriveAt(MISSING, 7_000)
    await pick(page, '192.168.1.x')
    await arriveAt(SEARCHING)
    await arriveAt(READY, 5_000)
  })

  it('asks which one when several answered', async () => {
    const page = openPage({ network: quietHome(one, another) })
    await arriveAt(MISSING, 7_000)
    await pick(page, '192.168.1.x')
    await arriveAt(CHOOSING, 5_000)
    const rows = within(screen.getByRole('list', { name: 'Servers that answered' })).getAllByRole('listitem')
    expect(rows).toHaveLength(2)
    const places = rows.map(({ textContent }) => /192\.168\.1\.\d+:32400/.exec(textContent ?? '')?.[0])
    expect(new Set(places)).toEqual(new Set(['192.168.1.20:32400', '192.168.1.77:32400']))
  })

  it('asks which one also when the second server answers late', async () => {
    const late = { ...another, behaviour: 'slow-headers', times: { slowHeadersMs: 1_000 } } as const
    const network = pretendNetwork([{ ...one, behaviour: 'unclaimed', machineIdentifier: SERVER }, late], {
      now: () => performance.now(),
    })
    const page = openPage({ network })
    await arriveAt(MISSING, 7_000)
    await pick(page, '192.168.1.x')
    await arriveAt(READY, 5_000)
    network.become(another.address, 'unclaimed')
    await arriveAt(CHOOSING, 8_000)
  })

  it.each([
    ['192.168.1.50', '192.168.1'],
    ['10.20.30.x', '10.20.30'],
  ])('a network can be typed (%s)', async (typed, network) => {
    const page = openPage({ network: quietHome() })
    await arriveAt(MISSING, 7_000)
    await search(page)
    await page.user.click(screen.getByRole('radio', { name: 'Another beginning' }))
    await page.user.type(screen.getByRole('textbox', { name: 'Another beginning' }), typed)
    await page.user.click(screen.getByRole('button', { name: 'Search the network' }))
    await arriveAt(SEARCHING)
    await arriveAt(MISSING, 5_000)
    expect(asked(network)).toHaveLength(254)
  })

  it.each([
    ['192.168', /more than this page searches at once/],
    ['8.8.8', /Only networks at home/],
    ['attic', /not a network this page can read/],
    [' ', /Type the first three numbers/],
  ])('what is none is not searched, and the page says what to do (%s)', async (typed, sentence) => {
    const page = openPage({ network: quietHome() })
    await arriveAt(MISSING, 7_000)
    const before = everythingAsked().length
    await search(page)
    await page.user.click(screen.getByRole('radio', { name: 'Another beginning' }))
    await page.user.type(screen.getByRole('textbox', { name: 'Another beginning' }), typed)
    await page.user.click(screen.getByRole('button', { name: 'Search the network' }))
    expect((await find('alert', '')).textContent).toMatch(sentence)
    expect(everythingAsked().length - before).toBeLessThan(10)
  })
})

describe('what the browser remembers', () => {
  it('is the address where the search found the server, for the next visit', async () => {
    const network = quietHome({ address: MOVED })
    const page = await openMissing(network)
    await search(page)
    await arriveAt(READY, 2_000)
    await page.close()
    const again = openPage({ network, stamp: stampFor() })
    // As soon as the address in the file has failed.
    await arriveAt(READY, 5_500)
    expect(again.serverShown()).toBe(SERVER)
  })

  it('can be forgotten', async () => {
    rememberAddresses({ machineIdentifier: SERVER, address: MOVED })
    const network = quietHome()
    const page = openPage({ network })
    await page.user.click(screen.getByText('Activity of this page'))
    await page.user.click(screen.getByRole('button', { name: 'Forget them' }))
    await pass(10)
    expect(screen.queryByRole('button', { name: 'Forget them' })).toBeNull()
    expect(localStorage.getItem('setup-plex:used-addresses')).toBeNull()
    await page.close()
    openPage({ network })
    expect(screen.getByRole('heading', { name: LOOKING })).toBeVisible()
    await pass(5_000)
    expect(timesAsked(MOVED)).toBeLessThanOrEqual(3)
  })
})
