import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { EMPTY_ELEMENT } from '../../../src/stamp/format.ts'
import { READING } from '../../stamp/vectors.ts'
import type { Tab } from '../drivers/engine.ts'
import { forward } from './help-journeys.ts'
import { look, until } from '../drivers/people.ts'
import { ACCOUNT_ORIGIN, HOSTS, SECOND_ORIGIN, SERVER_ORIGIN } from '../network/places.ts'
import type { Journey } from './rows.ts'
import { MACHINE, SECOND_MACHINE, STAMP, type World } from './world.ts'

const CODE = 'claim-abcdefghij0123456789'
/** The file names the address of IPv4 only, so that the server is gone when it leaves that. */
const ONE_ADDRESS = { ...STAMP, server: { ...STAMP.server, addresses: [SERVER_ORIGIN] } }

const SERVER_HOST = new URL(SERVER_ORIGIN).host

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what)
}

const codesAt = async (host: World['server']): Promise<number> =>
  (await host.requests()).filter(({ method }) => method === 'POST').length

const hasCodeField = (tab: Tab): Promise<boolean> =>
  tab.read('document.querySelector("[name=code]") !== null')

const openAll = (tab: Tab): Promise<void> =>
  tab.run(`for (const details of document.querySelectorAll('details')) details.open = true`)

/** Wherever a link on the page leads, it is the account, a support article, the page itself, or a host that was named. */
export async function linksLeadHome(tab: Tab, named: readonly string[]): Promise<void> {
  const origins = await tab.read<readonly string[]>(
    `[...document.querySelectorAll('a[href]')].filter(({ href }) => !href.startsWith(location.href.split('#')[0]))
      .map(({ href }) => new URL(href).origin)`,
  )
  const allowed = [ACCOUNT_ORIGIN, 'https://plex.tv', 'https://support.plex.tv', ...named]
  const astray = origins.filter((origin) => !allowed.includes(origin))
  expect(`links lead to ${astray.join(' ')}`, astray.length === 0)
}

/** Hands a claim code to the server on screen, and waits until that says that it is claimed. */
async function claimByCode(tab: Tab): Promise<void> {
  await openAll(tab)
  await tab.type('[name=code]', CODE)
  await tab.click('[data-action=use-code]')
  await until(tab, 'claimed')
}

async function ranNothing(tab: Tab): Promise<void> {
  expect('no script of somebody else ran', (await tab.read('window.struck ?? null')) === null)
}

/** An old visit of this browser says that the server was at the second host's address. */
async function rememberSecond(tab: Tab): Promise<void> {
  const used = JSON.stringify([{ machineIdentifier: MACHINE, address: SECOND_ORIGIN }])
  await tab.run(`localStorage.setItem('setup-plex:used-addresses', ${JSON.stringify(used)})`)
}

export const HOSTILE_JOURNEYS: readonly Journey[] = [
  {
    name: 'hostile host: answers like the server',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      await world.second.become('impostor')
      await world.server.become('slow-headers', { slowHeadersMs: 3_000 })
      const first = await world.browser.open(await world.page(way, ONE_ADDRESS))
      await rememberSecond(first)
      await first.close()
      const before = await codesAt(world.second)
      const tab = await world.browser.open(await world.page(way, ONE_ADDRESS))
      // For as long as the server may still answer where the file says, nobody stands in for it.
      await pause(2_000)
      expect('it is not taken for the server', (await look(tab)).stage === 'looking')
      await until(tab, ({ stage, text }) => stage === 'unclaimed' && text.includes(SERVER_HOST))
      await world.server.become('unclaimed')
      await claimByCode(tab)
      expect('nobody else got the code', (await codesAt(world.second)) === before)
    },
  },
  {
    name: 'hostile host: by a link',
    ways: ['served'],
    walk: async (world, way) => {
      await world.second.become('impostor')
      const [got, before] = [await codesAt(world.server), await codesAt(world.second)]
      const link = `#/?at=${encodeURIComponent(SECOND_ORIGIN)}`
      const tab = await world.browser.open(`${await world.page(way, {})}${link}`)
      const seen = await until(tab, 'unclaimed')
      expect('the server is the one that gave the page away', seen.text.includes(SERVER_HOST))
      await openAll(tab)
      await linksLeadHome(tab, [SERVER_ORIGIN])
      await tab.close()
      // Nor on a later visit without the link.
      const later = await world.browser.open(await world.page(way, {}))
      await rememberSecond(later)
      await later.reload()
      await until(later, 'unclaimed')
      await claimByCode(later)
      expect('the server got the code', (await codesAt(world.server)) === got + 1)
      expect('nobody else got it', (await codesAt(world.second)) === before)
    },
  },
  {
    name: 'hostile host: after a lost answer',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      await world.second.become('impostor')
      const tab = await world.browser.open(await world.page(way, ONE_ADDRESS))
      await until(tab, 'unclaimed')
      await rememberSecond(tab)
      await tab.reload()
      await until(tab, 'unclaimed')
      await world.second.approve(SECOND_MACHINE)
      await world.server.become('silent')
      const lost = await until(tab, ({ text }) => text.includes('Not answering at the moment'), 12_000)
      expect('its place is not taken', lost.stage === 'unclaimed' && !lost.text.includes(HOSTS.second.v4))
      const asked = (await world.server.requests()).length
      await world.server.become('unclaimed')
      await until(tab, ({ text }) => !text.includes('Not answering at the moment'), 10_000)
      expect('the server is asked again', (await world.server.requests()).length > asked)
      expect('it is on screen', (await look(tab)).text.includes(SERVER_HOST))
      // Gone for good: then the other one is shown, as what it is.
      await world.server.stop()
      const hearsay = await until(tab, ({ stage }) => stage === 'claimed', 30_000)
      expect('with its address', hearsay.heading.includes(HOSTS.second.v4))
      expect('not as done', !hearsay.title.startsWith('✓'))
      await openAll(tab)
      await linksLeadHome(tab, [SERVER_ORIGIN])
      // And no longer once the server is back.
      await world.server.start()
      await until(tab, ({ stage, text }) => stage === 'unclaimed' && text.includes(SERVER_HOST))
    },
  },
  {
    name: 'hostile host: on this computer',
    // A page from another computer does not ask this one.
    ways: ['file'],
    walk: async (world, way) => {
      await world.second.become('impostor')
      const before = await codesAt(world.second)
      const program = await forward(world, 8888, HOSTS.second.v4)
      try {
        await world.server.become('slow-headers', { slowHeadersMs: 2_000 })
        const tab = await world.browser.open(await world.page(way, ONE_ADDRESS))
        await until(tab, ({ stage, text }) => stage === 'unclaimed' && text.includes(SERVER_HOST))
        await claimByCode(tab)
        expect('nobody else got the code', (await codesAt(world.second)) === before)
        await world.server.become('unclaimed')
        await until(tab, 'unclaimed')
        await world.server.stop()
        // Shown once the server was given up, and offered neither a code nor the person.
        const seen = await until(
          tab,
          ({ stage, text }) => stage === 'unclaimed' && text.includes(':8888'),
          30_000,
        )
        expect('it looks like the server', seen.server === MACHINE)
        await openAll(tab)
        await linksLeadHome(tab, [SERVER_ORIGIN])
        expect('it is not offered a code', !(await hasCodeField(tab)))
      } finally {
        program.close()
        await world.server.start()
      }
    },
  },
  {
    name: 'hostile host: hides and redirects',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      await world.server.become('hidden-redirect')
      const asked = async () => (await world.second.requests()).length
      const before = await asked()
      const tab = await world.browser.open(await world.page(way, ONE_ADDRESS))
      await until(tab, 'unreadable')
      await pause(12_000)
      expect('it led the browser elsewhere once', (await asked()) - before === 1)
      // The person may know better.
      await tab.click('[data-action=check-now]')
      await pause(6_000)
      expect('and once more when asked to', (await asked()) - before === 2)
      await world.server.become('unclaimed')
      await until(tab, 'unclaimed')
    },
  },
  {
    name: 'hostile host: beside a broken stamp',
    ways: ['file'],
    walk: async (world, way) => {
      await world.server.stop()
      await world.second.become('impostor')
      for (const stamp of [{ format: 2, ...ONE_ADDRESS.server }, { server: { addresses: 'all' } }]) {
        const tab = await world.browser.open(await world.page(way, stamp))
        await rememberSecond(tab)
        await tab.reload()
        const seen = await until(tab, 'unclaimed')
        expect(
          'it says that the file is broken',
          seen.text.includes('can’t be read') || seen.text.includes("can't be read"),
        )
        await openAll(tab)
        await linksLeadHome(tab, [])
        expect('nobody is offered a code', !(await hasCodeField(tab)))
        await tab.run('localStorage.clear()')
        await tab.close()
      }
      await world.server.start()
    },
  },
  {
    name: 'hostile host: found by a search',
    ways: ['file'],
    needs: 'namespaces',
    walk: async (world, way) => {
      await world.server.stop()
      await world.second.become('impostor')
      const before = await codesAt(world.second)
      const tab = await world.browser.open(await world.page(way, ONE_ADDRESS))
      await until(tab, 'missing')
      await tab.click('[data-action=search]')
      const found = await until(tab, 'unclaimed', 12_000)
      expect('it answers like the server', found.server === MACHINE)
      const link = await tab.read<string>('document.querySelector("[data-action=sign-in]").href')
      expect(
        'signing in leads to the account',
        link.startsWith(`${ACCOUNT_ORIGIN}/`) && link.includes(MACHINE),
      )
      await openAll(tab)
      await linksLeadHome(tab, [SERVER_ORIGIN])
      expect('it is not offered a code', !(await hasCodeField(tab)))
      // A host that hides its answers is not a page to go to either.
      await world.second.become('hiding')
      await until(tab, ({ stage }) => stage !== 'unclaimed', 30_000)
      await openAll(tab)
      await linksLeadHome(tab, [SERVER_ORIGIN])
      expect('it got none', (await codesAt(world.second)) === before)
    },
  },
  {
    name: 'hostile host: scripts in every field',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      await world.server.become('scripts')
      const tab = await world.browser.open(await world.page(way, STAMP))
      const seen = await until(tab, 'unclaimed')
      expect('they are text', seen.text.includes('<img src=x onerror=window.struck=1>'))
      await openAll(tab)
      await linksLeadHome(tab, [SERVER_ORIGIN])
      await ranNothing(tab)
    },
  },
  {
    name: 'hostile host: another identifier every second',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      const tab = await world.browser.open(await world.page(way, STAMP))
      await until(tab, 'unclaimed')
      await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
      await tab.type('[name=code]', CODE)
      const before = await codesAt(world.server)
      await world.server.become('shape-shifter')
      await tab.run(`document.querySelector('[data-action=use-code]')?.click()`)
      await until(tab, 'stranger', 15_000)
      const links = await tab.read<number>('document.querySelectorAll("[data-action=sign-in]").length')
      expect('nobody is offered for signing in', links === 0)
      expect('no code was sent', (await codesAt(world.server)) === before)
      await world.server.become('unclaimed')
      await until(tab, 'unclaimed')
    },
  },
  {
    name: 'hostile host: sets cookies',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      await world.server.become('cookies')
      const before = (await world.server.requests()).length
      const tab = await world.browser.open(await world.page(way, STAMP))
      await until(tab, 'unclaimed')
      await tab.click('[data-action=not-now]')
      await tab.reload()
      await until(tab, 'unclaimed')
      const asked = (await world.server.requests()).slice(before).filter(({ path }) => path === '/identity')
      expect(`asked ${asked.length} times`, asked.length > 1)
      expect(
        'none came back',
        asked.every(({ cookie }) => cookie === null),
      )
    },
  },
  {
    name: 'a link to another machine',
    ways: ['served'],
    walk: async (world, way) => {
      const url = await world.page(way, {})
      const tab = await world.browser.open(`${url}#/?at=${encodeURIComponent(SECOND_ORIGIN)}`)
      const asked = await until(tab, 'stranger')
      expect('it says so', asked.text.includes('is not the one that gave you this page'))
      const links = await tab.read<number>('document.querySelectorAll("[data-action=sign-in]").length')
      expect('it is not offered for signing in', links === 0)
      await openAll(tab)
      await tab.click('[data-action=use-instead]')
      await until(tab, 'unclaimed')
    },
  },
  {
    name: 'stamp vectors',
    ways: ['file'],
    long: 'busy',
    // Some name addresses that may be anybody's.
    needs: 'namespaces',
    walk: async (world) => {
      const page = await world.emptyPage()
      let tab: Tab | null = null
      for (const { name, text, reads } of READING) {
        await writeFile(
          page.file,
          page.html.replace(EMPTY_ELEMENT, () => EMPTY_ELEMENT.replace('{}', () => text)),
        )
        // Whatever language a stamp names, its words are looked for in English.
        if (tab === null) tab = await world.browser.open(`${page.url}#/?lang=en`)
        else await tab.reload()
        await until(tab, ({ heading }) => heading !== '')
        const seen = await tab.read<{ stamps: number; broken: boolean; asked: readonly string[] }>(`({
          stamps: document.querySelectorAll('#setup-stamp').length,
          broken: document.querySelector('main').innerText.includes('wrote into this file can'),
          asked: [...document.querySelectorAll('ol[aria-label^=Addresses] li > bdi:first-child')]
            .map(({ textContent }) => textContent),
        })`)
        const loopback = /^http:\/\/(127\.0\.0\.1|localhost):/
        const expected = reads.addresses.filter((address) => !loopback.test(address))
        expect(`${name}: one stamp`, seen.stamps === 1)
        expect(`${name}: broken ${seen.broken}`, seen.broken === reads.broken)
        const asked = seen.asked.filter((address) => !loopback.test(address))
        expect(`${name}: asks ${asked.join(' ')}`, asked.join(' ') === expected.join(' '))
        await ranNothing(tab)
      }
      const names = READING.flatMap(({ reads }) => reads.friendlyName ?? [])
      expect(`there are ${names.length} names`, names.length > 5)
      for (const { name, text, reads } of READING.filter((each) => each.reads.friendlyName !== null)) {
        const { friendlyName } = (JSON.parse(text) as { server: { friendlyName: string } }).server
        const url = await world.page('file', { server: { ...STAMP.server, friendlyName } })
        await tab?.goTo(url)
        await tab?.reload()
        if (tab !== null) {
          const seen = await until(tab, 'unclaimed')
          expect(`${name}: ${seen.text}`, seen.text.includes(reads.friendlyName?.trim() ?? ''))
          await ranNothing(tab)
        }
      }
    },
  },
]
