import { setTimeout as pause } from 'node:timers/promises'
import { look, until } from '../drivers/people.ts'
import type { Tab } from '../drivers/engine.ts'
import { ACCOUNT_ORIGIN, SECOND_ORIGIN, SERVER_ORIGIN, SERVER_TYPED } from '../network/places.ts'
import { linksLeadHome } from './hostile-journeys.ts'
import type { Journey } from './rows.ts'
import { press, signIn } from './signing-in.ts'
import { MACHINE, STAMP, type Way, type World } from './world.ts'

const WITHOUT_STAMP = {}
const STAMP_OF_ONE_ADDRESS = { ...STAMP, server: { ...STAMP.server, addresses: [SERVER_ORIGIN] } }

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what)
}

async function open({ browser, page }: World, way: Way, stamp: object = STAMP): Promise<Tab> {
  const tab = await browser.open(await page(way, stamp))
  await until(tab, ({ heading }) => heading !== '')
  expect('the first look draws', (await tab.read('document.documentElement.dataset.look')) === 'first')
  return tab
}

/** Signs in, or does not, and comes back. */
async function visitAccount({ browser }: World, page: Tab, answer: 'Approve' | 'Give up'): Promise<void> {
  await press(await signIn(browser, page), answer)
  await page.show()
}

/** The page where the app does not start: what it promises, it keeps all the same. */
export const FIRST_LOOK_JOURNEYS: readonly Journey[] = [
  {
    name: 'first look alone: sign in in the other tab',
    ways: ['alone'],
    walk: async (world, way) => {
      const page = await open(world, way)
      const found = await until(page, 'unclaimed')
      expect('the server is the one in the stamp', found.server === MACHINE)
      await linksLeadHome(page, [SERVER_ORIGIN])
      await visitAccount(world, page, 'Approve')
      const done = await until(page, 'claimed')
      expect('the title says so', done.title.startsWith('✓'))
      const launch = await page.read<string>('document.querySelector("[data-action=launch]").href')
      expect('it leads to the account', launch === `${ACCOUNT_ORIGIN}/desktop/#!/server/${MACHINE}/await`)
    },
  },
  {
    name: 'first look alone: refused, cancelled, not now, and signed in after all',
    ways: ['alone'],
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await visitAccount(world, page, 'Give up')
      await until(page, 'confirming')
      await page.click('[data-action=cancel]')
      await until(page, ({ screen }) => screen === 'unclaimed')
      await page.click('[data-action=not-now]')
      await until(page, ({ screen }) => screen === 'declined')
      await page.click('[data-action=undo-not-now]')
      await until(page, ({ screen }) => screen === 'unclaimed')
      await visitAccount(world, page, 'Approve')
      await until(page, 'claimed')
    },
  },
  {
    name: 'first look alone: the server restarts while it is waited for',
    ways: ['alone'],
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await visitAccount(world, page, 'Give up')
      await until(page, 'confirming')
      await world.server.stop()
      await until(page, ({ text }) => text.includes("isn't answering right now"), 20_000)
      await world.server.become('starting')
      await world.server.start()
      await until(page, ({ text }) => text.includes('restarting'), 20_000)
      await world.server.become('claimed')
      await until(page, 'claimed', 20_000)
    },
  },
  {
    name: 'first look alone: an address typed by hand',
    ways: ['alone'],
    walk: async (world, way) => {
      const page = await open(world, way, WITHOUT_STAMP)
      await until(page, 'missing')
      await page.type('[name=address]', 'no address!')
      await page.press('Enter')
      await until(page, ({ text }) => text.includes('address'))
      expect('nothing else is asked', (await look(page)).stage === 'missing')
      await page.type('[name=address]', SERVER_TYPED)
      await page.press('Enter')
      await until(page, 'unclaimed')
      await visitAccount(world, page, 'Approve')
      await until(page, 'claimed')
    },
  },
  {
    name: 'first look alone: another host answers like the server',
    ways: ['alone'],
    walk: async (world, way) => {
      await world.server.stop()
      await world.second.become('impostor')
      const page = await open(world, way, STAMP_OF_ONE_ADDRESS)
      const used = JSON.stringify([{ machineIdentifier: MACHINE, address: SECOND_ORIGIN }])
      await page.run(`localStorage.setItem('setup-plex:used-addresses', ${JSON.stringify(used)})`)
      await page.reload()
      await pause(8_000)
      const seen = await look(page)
      expect(
        `it is not taken for the server: ${seen.heading}`,
        !seen.text.includes('All done. Your server is linked'),
      )
      expect('no code goes there', (await page.read('document.querySelector("[name=code]")')) === null)
      await linksLeadHome(page, [SERVER_ORIGIN])
    },
  },
  {
    name: 'first look alone: a stamp that is broken',
    ways: ['alone'],
    walk: async (world, way) => {
      const broken = { ...STAMP, server: { ...STAMP.server, machineIdentifier: 'not one' } }
      const page = await open(world, way, broken)
      const seen = await until(page, 'unclaimed')
      expect('it says so', seen.text.includes("can't be read"))
      await linksLeadHome(page, [])
    },
  },
]
