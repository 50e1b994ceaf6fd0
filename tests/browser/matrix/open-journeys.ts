import { setTimeout as pause } from 'node:timers/promises'
import type { Tab } from '../drivers/engine.ts'
import { look, until } from '../drivers/people.ts'
import { ACCOUNT_ORIGIN, SECOND_ORIGIN, SERVER_ORIGIN } from '../network/places.ts'
import type { Journey } from './rows.ts'
import { press, signIn } from './signing-in.ts'
import { MACHINE, SECOND_MACHINE, STAMP, WAYS, type Way, type World } from './world.ts'

const TO_SERVER = `${ACCOUNT_ORIGIN}/desktop/#!/server/${MACHINE}/await`
/** Where the person was before, at home: after a page from the internet, Firefox asks about files in the same tab, too. */
const BEFORE = `${SECOND_ORIGIN}/web`
/** Longer than the moment after which a page goes on by itself. */
const LONGER_THAN_A_MOMENT_MS = 4_500
const EVERY_WAY: readonly Way[] = [...WAYS, 'alone']
/** Whoever signed in can be sent back to these. */
const FROM_HTTP: readonly Way[] = ['served', 'localhost', 'nginx']

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what)
}

const withPin = (): object => ({
  ...STAMP,
  signIn: { code: 'abcde12345abcde12345abcde', expiresAt: new Date(Date.now() + 600_000).toISOString() },
})

/** As a menu's entry does, in a tab where something else was before. */
async function openPlex({ browser, page }: World, way: Way, stamp: object = STAMP, at = ''): Promise<Tab> {
  const url = await page(way, stamp)
  const tab = await browser.open(BEFORE)
  // Drivers wait for a page that may have gone on by then.
  await tab.goTo(`${url}#/open${at}`).catch(() => undefined)
  return tab
}

/** Asked of the page itself: Firefox' driver does not hear of every way back. */
function placeOf(tab: Tab): Promise<string> {
  return tab.read<string>('location.href').catch(() => '')
}

async function untilAt(tab: Tab, what: string, holds: (url: string) => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const url = await placeOf(tab)
    if (holds(url)) return
    if (performance.now() > deadline) {
      const seen = await look(tab).catch(() => null)
      throw new Error(`Not at ${what}, but at ${url}. On screen: ${JSON.stringify(seen)}`)
    }
    await pause(50)
  }
}

async function staysAt(tab: Tab, screen: string, forMs = LONGER_THAN_A_MOMENT_MS): Promise<void> {
  await until(tab, (seen) => seen.screen === screen, 15_000)
  await pause(forMs)
  const seen = await look(tab)
  expect(`it stays at "${screen}": ${await placeOf(tab)}, ${seen.screen}`, seen.screen === screen)
}

async function goBack(tab: Tab): Promise<void> {
  await tab.run('history.back()').catch(() => undefined)
}

/** What `#/open` promises (docs/contract.md, section 4). */
export const OPEN_JOURNEYS: readonly Journey[] = [
  {
    name: 'open, linked: straight on to the server, and back does not loop',
    ways: EVERY_WAY,
    walk: async (world, way) => {
      await world.server.become('claimed')
      const tab = await openPlex(world, way)
      await untilAt(tab, 'the server', (url) => url === TO_SERVER)
      await goBack(tab)
      await untilAt(tab, 'where the person was before', (url) => url === BEFORE)
      await pause(LONGER_THAN_A_MOMENT_MS)
      expect('and stays there', (await placeOf(tab)) === BEFORE)
    },
  },
  {
    name: 'open, unlinked, and stopped',
    ways: FROM_HTTP,
    walk: async (world, way) => {
      const tab = await openPlex(world, way, withPin())
      // Drivers may take longer to look and to press than there is time.
      await tab.run(`{
        const stop = () => {
          const button = document.querySelector('#root:not([data-painted]) [data-action=cancel]')
          if (button === null) return setTimeout(stop, 20)
          window.taking = document.querySelector('main:not(#by-hand)').innerText
          button.click()
        }
        stop()
      }`)
      await staysAt(tab, 'unclaimed')
      const told = await tab.read<string>('window.taking')
      expect(`it says where to: ${told}`, told.includes(`Taking you to ${new URL(ACCOUNT_ORIGIN).host}`))
      expect('and how soon', /In (one|\d) seconds?, this page goes on/.test(told))
      expect('nothing asks for it any more', !(await placeOf(tab)).includes('#/open'))
      await tab.reload()
      await staysAt(tab, 'unclaimed')
    },
  },
  {
    name: 'open, unlinked: there and back by itself',
    ways: FROM_HTTP,
    walk: async (world, way) => {
      // A row that failed before may have left some.
      const others = (await world.browser.tabs()).length
      const tab = await openPlex(world, way, withPin())
      await untilAt(tab, 'signing in', (url) => url.startsWith(`${ACCOUNT_ORIGIN}/auth#`))
      await goBack(tab)
      // Nobody who goes back is taken there again.
      await staysAt(tab, 'confirming')
      await tab.run('history.forward()').catch(() => undefined)
      await untilAt(tab, 'signing in again', (url) => url.startsWith(`${ACCOUNT_ORIGIN}/auth#`))
      await press(tab, 'Approve')
      await staysAt(tab, 'claimed')
      expect('one tab', (await world.browser.tabs()).length === others + 1)
    },
  },
  {
    name: 'open, unlinked: the new tab is left to a press',
    ways: ['file', 'tool', 'alone'],
    walk: async (world, way) => {
      const tab = await openPlex(world, way, withPin())
      await staysAt(tab, 'taking')
      await press(await signIn(world.browser, tab), 'Approve')
      await tab.show()
      await staysAt(tab, 'claimed')
    },
  },
  {
    name: 'open, not now is remembered',
    ways: EVERY_WAY,
    walk: async (world, way) => {
      const first = await world.browser.open(await world.page(way, withPin()))
      await until(first, ({ screen }) => screen === 'unclaimed')
      await first.click('[data-action=not-now]')
      await until(first, ({ screen }) => screen === 'declined')
      await first.close()
      const tab = await openPlex(world, way, withPin())
      await staysAt(tab, 'declined')
    },
  },
  {
    name: 'open, hostile host: nobody is sent on for an impostor',
    ways: ['file', 'nginx', 'alone'],
    walk: async (world, way) => {
      const stamp = { ...STAMP, server: { ...STAMP.server, addresses: [SERVER_ORIGIN] } }
      await world.server.stop()
      await world.second.become('impostor')
      await world.second.approve(SECOND_MACHINE)
      // By a link, and by an earlier visit.
      const linked = await openPlex(world, way, stamp, `?at=${encodeURIComponent(SECOND_ORIGIN)}`)
      await until(linked, ({ stage }) => stage === 'claimed')
      await pause(LONGER_THAN_A_MOMENT_MS)
      expect('its "linked" is hearsay', way === 'alone' || (await look(linked)).screen === 'hearsay')
      const used = JSON.stringify([{ machineIdentifier: MACHINE, address: SECOND_ORIGIN }])
      await linked.run(`localStorage.setItem('setup-plex:used-addresses', ${JSON.stringify(used)})`)
      await linked.close()
      const later = await openPlex(world, way, stamp)
      await until(later, ({ stage }) => stage === 'claimed', 15_000)
      await pause(LONGER_THAN_A_MOMENT_MS)
      expect('it stays', (await look(later)).stage === 'claimed')
    },
  },
]
