import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pretendNetwork, type PretendNetwork } from '../../src/mocks/network.ts'
import { pass } from './clock.ts'
import { ADDRESS, OTHER_SERVER, rememberAddresses, SERVER, stampFor } from './home.ts'
import { arriveAt, find, openPage, type Page } from './open-page.tsx'
import { everythingAsked, timesAsked } from './traffic.ts'
import { CHOOSING, LOOKING, MISSING, READY, SEARCHING, STRANGER } from './words.ts'

const MOVED = 'http://192.168.1.77:32400'

type Named = { readonly address: string; readonly machineIdentifier?: string }

/** A network in which nobody is but those named; no router shows a page. Every question is sent at once. */
function quietHome(...servers: readonly Named[]): PretendNetwork {
  const network = pretendNetwork(
    servers.map((each) => ({ behaviour: 'unclaimed', machineIdentifier: SERVER, ...each })),
    { now: () => performance.now(), elsewhere: 'nobody' },
  )
  network.add({ address: 'http://127.0.0.1:32399', behaviour: 'refusing' })
  return network
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
    await arriveAt(READY, 3_500)
    expect(page.serverShown()).toBe(SERVER)
    expect(screen.getByText(/^192\.168\.1\.77:32400 ·/)).toBeVisible()
  })

  it('stops at the right server, and asks nobody from then on but it and where the file says', async () => {
    const page = await openMissing(quietHome({ address: MOVED }))
    await search(page)
    await arriveAt(READY, 3_500)
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
    expect(screen.getByText(/^Checking the usual routers/)).toBeVisible()
    await pass(1_000)
    const bar = screen.getByRole('progressbar', { name: 'Addresses checked' })
    expect(bar.getAttribute('max')).toBe('253')
    const text = screen.getByText(/^Checked \d+ of 253/).textContent ?? ''
    const [, done = '0'] = /^Checked (\d+) of 253 · answers: 0$/.exec(text) ?? []
    expect(Number(done)).toBeGreaterThan(0)
    expect(bar.getAttribute('value')).toBe(done)
    expect(screen.queryByText(/^Network \d of/)).toBeNull()
  })

  it('can be stopped while the routers are asked, and says that as well', async () => {
    const page = await openMissing(quietHome())
    await search(page)
    await arriveAt(SEARCHING)
    await page.user.click(screen.getByRole('button', { name: 'Stop' }))
    await arriveAt(MISSING)
    expect(screen.getByText('The search was stopped before an address was checked.')).toBeVisible()
  })

  it('can be stopped, and says how far it came', async () => {
    const page = await openMissing(quietHome())
    await search(page)
    await arriveAt(SEARCHING)
    await pass(1_000)
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
    await arriveAt(MISSING, 6_000)
    expect(screen.getByText(/^Checked all 253 addresses of 192\.168\.1\.x · answers: 0\./)).toBeInstanceOf(
      HTMLElement,
    )
    expect(screen.getByText(/silent addresses once more/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Search again' })).toBeVisible()
    await pass(10_000)
    expect(screen.queryByText(/silent addresses once more/)).toBeNull()
    expect(page.stage()).toBe('missing')
  })

  it('says that the browser has to let go first, when it is made again at once', async () => {
    const network = pretendNetwork([{ address: 'http://127.0.0.1:32399', behaviour: 'refusing' }], {
      now: () => performance.now(),
      elsewhere: 'silent',
    })
    network.add({ address: 'http://192.168.1.1', behaviour: 'refusing' })
    const page = await openMissing(network)
    await search(page)
    await arriveAt(MISSING, 6_000)
    await pass(10_000)
    await page.user.click(screen.getByRole('button', { name: 'Search again' }))
    await arriveAt(SEARCHING)
    await pass(1_000)
    const said = screen.getByText(/still holds earlier connections/).textContent
    const [, seconds] = /goes on in about (\d+) seconds/.exec(said) ?? []
    expect(Number(seconds)).toBeGreaterThan(90)
    await page.user.click(screen.getByRole('button', { name: 'Stop' }))
    await arriveAt(MISSING)
  })

  it('says so when every address failed at once', async () => {
    const network = pretendNetwork([], { now: () => performance.now() })
    const page = await openMissing(network)
    await search(page)
    await arriveAt(MISSING, 6_000)
    expect(screen.getByText(/Every address failed at once/)).toBeVisible()
  })

  it('finds another server than the one that this file belongs to: that is a stranger', async () => {
    const page = await openMissing(quietHome({ address: MOVED, machineIdentifier: OTHER_SERVER }))
    await search(page)
    await arriveAt(STRANGER, 6_000)
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

  const ROUTER = 'http://192.168.1.1'
  const withRouter = (...servers: readonly Named[]): PretendNetwork => {
    const network = quietHome(...servers)
    network.add({ address: ROUTER, behaviour: 'printer' })
    return network
  }

  it('one press finds the network by its router, and one server is gone straight on with', async () => {
    const page = openPage({ network: withRouter(one) })
    await arriveAt(MISSING, 7_000)
    await search(page)
    await arriveAt(SEARCHING)
    await arriveAt(READY, 6_000)
    expect(asked('192.168.2').filter((address) => address.endsWith(':32400'))).toEqual([])
  })

  it('never takes the router for a server, and asks it for no more than its page', async () => {
    const page = openPage({ network: withRouter(one) })
    await arriveAt(MISSING, 7_000)
    await search(page)
    await arriveAt(READY, 6_000)
    expect(page.serverShown()).toBe(SERVER)
    expect(timesAsked(ROUTER)).toBe(1)
  })

  it('asks which one when several answered', async () => {
    const page = openPage({ network: withRouter(one, another) })
    await arriveAt(MISSING, 7_000)
    await search(page)
    await arriveAt(CHOOSING, 6_000)
    const rows = within(screen.getByRole('list', { name: 'Servers that answered' })).getAllByRole('listitem')
    expect(rows).toHaveLength(2)
    const places = rows.map(({ textContent }) => /192\.168\.1\.\d+:32400/.exec(textContent ?? '')?.[0])
    expect(new Set(places)).toEqual(new Set(['192.168.1.20:32400', '192.168.1.77:32400']))
  })

  it('asks which one also when the second server answers late', async () => {
    const late = { ...another, behaviour: 'slow-headers', times: { slowHeadersMs: 8_000 } } as const
    const network = withRouter(one)
    network.add(late)
    const page = openPage({ network })
    await arriveAt(MISSING, 7_000)
    await search(page)
    await arriveAt(READY, 6_000)
    network.become(another.address, 'unclaimed')
    await arriveAt(CHOOSING, 12_000)
  })

  it('shows which network it is at, where a router stands behind another one', async () => {
    const network = withRouter()
    network.add({ address: 'http://192.168.50.1', behaviour: 'printer' })
    const page = openPage({ network })
    await arriveAt(MISSING, 7_000)
    await search(page)
    await arriveAt(SEARCHING)
    await pass(1_000)
    expect(screen.getByText('Network 1 of 2.')).toBeVisible()
    expect(screen.getByText(/from 192\.168\.50\.1 to 192\.168\.50\.254/)).toBeVisible()
    await pass(4_000)
    expect(screen.getByText('Network 2 of 2.')).toBeVisible()
    await arriveAt(MISSING, 10_000)
    expect(screen.getByText(/^Checked all 254 addresses of 192\.168\.50\.x/)).toBeVisible()
    expect(screen.getByText(/^Checked all 254 addresses of 192\.168\.1\.x/)).toBeVisible()
  })

  describe('and no router answers', () => {
    const QUESTION = { name: 'Which router do you have?' }

    async function askedForRouter(network: PretendNetwork): Promise<Page> {
      const page = openPage({ network })
      await arriveAt(MISSING, 7_000)
      await search(page)
      await arriveAt(SEARCHING)
      await arriveAt(MISSING, 1_500)
      return page
    }

    it('the person is asked for it within 1.5 s, and no network was searched', async () => {
      await askedForRouter(quietHome(one))
      expect(screen.getByRole('group', QUESTION)).toBeVisible()
      expect(screen.getByText(/^No router answered/)).toBeVisible()
      expect(
        everythingAsked().filter(
          ({ address }) => address.startsWith('http://192.168.') && address.endsWith(':32400'),
        ),
      ).toEqual([])
      expect(screen.getByRole('button', { name: 'Search again' })).toBeVisible()
    })

    it('a press on it searches the network that it makes', async () => {
      const there = { address: 'http://192.168.178.77:32400' }
      const page = await askedForRouter(quietHome(there))
      await page.user.click(screen.getByRole('button', { name: 'FRITZ!Box' }))
      await arriveAt(SEARCHING)
      expect(screen.getByText(/from 192\.168\.178\.1 to 192\.168\.178\.254/)).toBeVisible()
      await arriveAt(READY, 6_000)
    })

    it('a router that makes several networks has all of them searched', async () => {
      const there = { address: 'http://192.168.6.77:32400' }
      const page = await askedForRouter(quietHome(there))
      await page.user.click(screen.getByRole('button', { name: 'eero' }))
      await arriveAt(READY, 20_000)
      expect(asked('192.168.7').filter((address) => address.endsWith(':32400'))).toEqual([])
    })

    it('the question is there before a search, too, in a row of its own that is closed', async () => {
      const page = openPage({ network: quietHome(one) })
      await arriveAt(MISSING, 7_000)
      expect(screen.queryByRole('group', QUESTION)).toBeNull()
      await page.user.click(screen.getByText('Search another network'))
      await page.user.click(screen.getByRole('button', { name: 'Livebox' }))
      await arriveAt(READY, 6_000)
    })

    const LABEL = { name: 'The IP address of this device, or its first three numbers' }

    async function type(page: Page, text: string): Promise<void> {
      await page.user.click(screen.getByRole('button', { name: 'Another one, or not sure' }))
      await page.user.type(screen.getByRole('textbox', LABEL), text)
      await page.user.click(screen.getByRole('button', { name: 'Search there' }))
    }

    it.each([
      ['192.168.1.50', '192.168.1'],
      ['10.20.30.x', '10.20.30'],
    ])('a network can be typed (%s)', async (typed, network) => {
      const page = await askedForRouter(quietHome())
      await type(page, typed)
      await arriveAt(SEARCHING)
      await arriveAt(MISSING, 6_000)
      const servers = asked(network).filter((address) => address.endsWith(':32400'))
      expect(servers).toHaveLength(254)
    })

    it.each([
      ['192.168', /more than this page searches at once/],
      ['8.8.8', /Only networks at home/],
      ['attic', /not a network this page can read/],
      [' ', /Type the first three numbers/],
    ])('what is none is not searched, and the page says what to do (%s)', async (typed, sentence) => {
      const page = await askedForRouter(quietHome())
      const before = everythingAsked().length
      await type(page, typed)
      expect((await find('alert', '')).textContent).toMatch(sentence)
      expect(everythingAsked().length - before).toBeLessThan(10)
    })

    it('the way out closes again', async () => {
      const page = await askedForRouter(quietHome())
      const way = screen.getByRole('button', { name: 'Another one, or not sure' })
      await page.user.click(way)
      expect(way.getAttribute('aria-expanded')).toBe('true')
      await page.user.click(way)
      expect(way.getAttribute('aria-expanded')).toBe('false')
      expect(screen.queryByRole('textbox', LABEL)).toBeNull()
    })
  })
})

describe('what the browser remembers', () => {
  it('is the address where the search found the server, for the next visit', async () => {
    const network = quietHome({ address: MOVED })
    const page = await openMissing(network)
    await search(page)
    await arriveAt(READY, 3_500)
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
    await page.user.click(screen.getByRole('button', { name: 'Forget these addresses' }))
    await pass(10)
    expect(screen.queryByRole('button', { name: 'Forget these addresses' })).toBeNull()
    expect(localStorage.getItem('setup-plex:used-addresses')).toBeNull()
    await page.close()
    openPage({ network })
    expect(screen.getByRole('heading', { name: LOOKING })).toBeVisible()
    await pass(5_000)
    expect(timesAsked(MOVED)).toBeLessThanOrEqual(3)
  })
})
