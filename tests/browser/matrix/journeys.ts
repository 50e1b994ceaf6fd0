import { setTimeout as pause } from 'node:timers/promises'
import type { Tab } from '../drivers/engine.ts'
import { COPY_JOURNEYS } from './copy-journeys.ts'
import { FIRST_LOOK_JOURNEYS } from './first-look-journeys.ts'
import { HELP_JOURNEYS } from './help-journeys.ts'
import { HOSTILE_JOURNEYS } from './hostile-journeys.ts'
import { OPEN_JOURNEYS } from './open-journeys.ts'
import { answerRouter, look, openedTab, startAfresh, until } from '../drivers/people.ts'
import type { Journey, Shows } from './rows.ts'
import {
  ACCOUNT_ORIGIN,
  HOSTS,
  SECOND_ORIGIN,
  SERVER_ORIGIN,
  SERVER_TYPED,
  WEB_ORIGIN,
} from '../network/places.ts'
import { startRouterPage } from '../network/router-page.ts'
import { press, signIn } from './signing-in.ts'
import { MACHINE, STAMP, STAMPED_WAYS, type Way, type World } from './world.ts'

const PIN = 'abcde12345abcde12345abcde'
const WITHOUT_STAMP = {}

async function open({ browser, page }: World, way: Way, stamp: object = STAMP): Promise<Tab> {
  return browser.open(await page(way, stamp))
}

/** Firefox' driver complains where a reload comes before the one before is done, which is what a storm is. */
function overtaken(error: unknown): void {
  if (!String(error).includes('NS_BINDING_ABORTED')) throw error
}

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what)
}

const WIZARD_JOURNEYS: readonly Journey[] = [
  {
    name: 'sign in in the other tab',
    walk: async (world, way) => {
      const page = await open(world, way)
      const found = await until(page, 'unclaimed')
      expect('the server is the one in the stamp', found.server === MACHINE)
      const account = await signIn(world.browser, page)
      await until(page, 'confirming')
      await press(account, 'Approve')
      await page.show()
      const done = await until(page, 'claimed')
      expect('the title says so', done.title.startsWith('✓'))
      const launch = await page.read<string>('document.querySelector("[data-action=launch]").href')
      expect('it leads to the account', launch === `${ACCOUNT_ORIGIN}/desktop/#!/server/${MACHINE}/await`)
    },
  },
  {
    name: 'sign-in refused and retried',
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await press(await signIn(world.browser, page), 'Give up')
      await page.show()
      await until(page, 'confirming')
      await page.click('[data-action=cancel]')
      await until(page, 'unclaimed')
      await press(await signIn(world.browser, page), 'Approve')
      await page.show()
      await until(page, 'claimed')
    },
  },
  {
    name: 'back with nothing done, asked, and signed in after all',
    ways: ['file'],
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      const account = await signIn(world.browser, page)
      await page.show()
      await until(page, 'confirming')
      // No engine tells of a return by the same events.
      await until(page, ({ screen }) => screen === 'ask-finished', 25_000)
      await page.click('[data-action=not-yet]')
      await until(page, ({ screen }) => screen === 'confirming')
      await press(account, 'Approve')
      await page.show()
      await until(page, 'claimed')
    },
  },
  {
    name: 'PIN expired',
    ways: STAMPED_WAYS,
    walk: async (world, way) => {
      const expiresAt = new Date(Date.now() + 12_000).toISOString()
      const page = await open(world, way, { ...STAMP, signIn: { code: PIN, expiresAt } })
      await until(page, 'unclaimed')
      const href = await page.read<string>('document.querySelector("[data-action=sign-in]").href')
      expect('the link carries the PIN', href.includes(`code=${PIN}`))
      // From http the sign-in would take this very tab; going there is another journey.
      await page.run(`document.querySelector('[data-action=sign-in]').target = '_blank'`)
      await page.click('[data-action=sign-in]')
      await page.show()
      const overdue = await until(
        page,
        ({ heading }) => heading === 'Your server is still not linked',
        15_000,
      )
      expect('it says why', overdue.text.includes('The sign-in link ran out'))
      await page.click('[data-action=cancel]')
      await until(page, 'unclaimed')
      await press(await signIn(world.browser, page), 'Approve')
      await page.show()
      await until(page, 'claimed')
    },
  },
  {
    name: 'PIN, there and back in the same tab',
    ways: ['served', 'localhost', 'nginx'],
    walk: async (world, way) => {
      const expiresAt = new Date(Date.now() + 600_000).toISOString()
      const page = await open(world, way, { ...STAMP, signIn: { code: PIN, expiresAt } })
      await until(page, 'unclaimed')
      await page.click('[data-action=sign-in]')
      await press(page, 'Approve')
      await until(page, 'claimed', 15_000)
      expect('one tab', (await world.browser.tabs()).length === 1)
    },
  },
  {
    name: 'claimed from the start',
    walk: async (world, way) => {
      await world.server.become('claimed')
      const page = await open(world, way)
      await until(page, 'claimed', 6_000)
    },
  },
  {
    name: 'something else, before signing in',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      const page = await open(world, way)
      const seen = await until(page, 'unclaimed')
      expect('no cause is named unasked', seen.cause === null)
      await page.run(`for (const each of document.querySelectorAll('summary'))
        if (each.textContent === 'Something not working?') each.click()`)
      await until(page, ({ cause }) => cause === 'C1')
    },
  },
  {
    name: 'two servers',
    ways: ['file', 'localhost', 'nginx'],
    walk: async (world, way) => {
      const url = await world.page(way, WITHOUT_STAMP)
      for (const origin of [SERVER_ORIGIN, SECOND_ORIGIN]) {
        const visit = await world.browser.open(`${url}#/?at=${encodeURIComponent(origin)}`)
        await until(visit, 'unclaimed')
        await visit.close()
      }
      const page = await world.browser.open(url)
      await until(page, 'choosing')
      await page.run(`for (const row of document.querySelectorAll('li button'))
        if (row.innerText.includes('dddddd')) row.click()`)
      const chosen = await until(page, 'unclaimed')
      expect('it is the chosen one', chosen.server === 'd'.repeat(40))
    },
  },
  {
    name: 'manual address',
    ways: ['file', 'localhost', 'nginx'],
    walk: async (world, way) => {
      const page = await open(world, way, WITHOUT_STAMP)
      await until(page, 'missing')
      await page.type('input[name=address]', SERVER_TYPED)
      await page.press('Enter')
      await until(page, 'unclaimed')
      expect('the link names it', (await page.url()).includes(encodeURIComponent(SERVER_ORIGIN)))
    },
  },
  {
    name: 'search finds the server at its new address',
    ways: ['file', 'localhost', 'nginx'],
    needs: 'namespaces',
    walk: async (world, way) => {
      await world.lan.move('server', HOSTS.server.v4, '192.168.50.40')
      // Questions to several addresses end each other there, and look like those to nobody.
      const stamp = { ...STAMP, server: { ...STAMP.server, addresses: [SERVER_ORIGIN] } }
      const page = await open(world, way, stamp)
      await until(page, 'missing')
      await page.click('[data-action=search]')
      // How fast it is, is measured by the benchmark; on a busy computer the second time may be what finds it.
      const found = await until(page, 'unclaimed', 12_000)
      expect('it is the one in the stamp', found.server === MACHINE)
      expect('at its new address', found.text.includes('192.168.50.40:32400'))
      await press(await signIn(world.browser, page), 'Approve')
      await page.show()
      await until(page, 'claimed')
      await page.close()
      const again = await world.browser.open(await world.page(way, stamp))
      await until(again, 'claimed')
    },
  },
  {
    name: 'search finds two servers',
    ways: ['file', 'localhost', 'nginx'],
    needs: 'namespaces',
    walk: async (world, way) => {
      const page = await open(world, way, WITHOUT_STAMP)
      await until(page, 'missing')
      await page.click('[data-action=search]')
      // Behind nginx the page knows a network: that of the web server which gave it away. Else no router answers here.
      if (way !== 'nginx') await answerRouter(page, 'ASUS')
      const choosing = await until(page, 'choosing', 12_000)
      expect('both are there', /…cdef01[^]*…dddddd|…dddddd[^]*…cdef01/.test(choosing.text))
      await page.run(`for (const row of document.querySelectorAll('li button'))
        if (row.innerText.includes('dddddd')) row.click()`)
      const chosen = await until(page, 'unclaimed')
      expect('it is the chosen one', chosen.server === 'd'.repeat(40))
    },
  },
  {
    name: 'first visit: one press finds the network by its router',
    ways: ['file', 'localhost'],
    needs: 'namespaces',
    walk: async (world, way) => {
      await world.second.stop()
      const takeAway = await startRouterPage('redirects')
      try {
        const page = await open(world, way, WITHOUT_STAMP)
        await until(page, 'missing')
        await page.click('[data-action=search]')
        const found = await until(page, 'unclaimed', 12_000)
        expect('it is the server', found.server === MACHINE)
        expect('its address is told', found.text.includes(`${HOSTS.server.v4}:32400`))
      } finally {
        await takeAway()
        await world.second.start()
      }
    },
  },
  {
    name: 'search in vain, and the server comes after all',
    ways: ['file', 'nginx'],
    needs: 'namespaces',
    walk: async (world, way) => {
      await world.server.stop()
      await world.second.stop()
      const page = await open(world, way)
      await until(page, 'missing')
      await page.click('[data-action=search]')
      await until(page, ({ heading }) => heading === 'Searching your network', 1_000)
      const over = await until(
        page,
        ({ stage, text }) => stage === 'missing' && text.includes('Checked all 2'),
        12_000,
      )
      expect('there is something to do next', over.text.includes('Search again'))
      await world.server.start()
      await until(page, 'unclaimed')
    },
  },
  {
    name: 'search stopped by the person',
    ways: ['file'],
    needs: 'namespaces',
    walk: async (world, way) => {
      await world.server.stop()
      await world.second.stop()
      const page = await open(world, way)
      await until(page, 'missing')
      await page.run(`document.querySelector('[data-action=search]').click()
        setTimeout(() => document.querySelector('[data-action=cancel]').click(), 100)`)
      const stopped = await until(page, ({ text }) => text.includes('was stopped'), 2_000)
      expect('it is missing still', stopped.stage === 'missing')
    },
  },
  {
    name: 'page from the internet',
    ways: ['file'],
    needs: 'namespaces',
    walk: async (world) => {
      const page = await world.browser.open(await world.fromTheInternet(STAMP))
      // What the engines do with such a page: docs/engines.md.
      const shown: Readonly<Record<string, Shows>> = {
        chromium: { stage: 'blocked', says: 'Local network access', cause: 'C13' },
        firefox: {
          stage: 'missing',
          says: 'may reach your local network, allow it',
        },
        webkit: { stage: 'unclaimed' },
      }
      const { stage, says = '', cause = null } = shown[world.browser.name] ?? { stage: '' }
      const seen = await until(page, stage)
      expect(`the cause is ${seen.cause}`, cause === null || seen.cause === cause)
      expect('it says what to do', seen.text.includes(says))
    },
  },
  {
    name: 'file in a tab that showed a page from the internet',
    ways: ['file'],
    needs: 'namespaces',
    walk: async (world, way) => {
      const stamp = { ...STAMP, server: { ...STAMP.server, addresses: [SERVER_ORIGIN] } }
      const file = await world.page(way, stamp)
      const page = await world.browser.open(await world.fromTheInternet(stamp))
      await page.goTo(file)
      if (world.browser.name === 'firefox') {
        // It asks the person, and holds the questions meanwhile (docs/browsers.md, rule 4).
        const says = 'may reach your local network, allow it'
        await until(page, ({ stage, text }) => stage === 'missing' && text.includes(says), 12_000)
        const reasons = `document.querySelector('[data-cause=C13]')?.textContent ?? ''`
        const reason = await page.read<string>(reasons)
        expect('the browser may be the reason', reason.includes('a tab that showed a website before'))
        expect('it leads to a new tab', reason.includes('open this file in a new tab'))
      } else {
        await until(page, 'unclaimed')
      }
      await until(await world.browser.open(file), 'unclaimed')
    },
  },
  {
    name: 'keyboard only',
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await tabTo(page, 'sign-in')
      const before = await world.browser.tabs()
      await page.press('Enter')
      const account = await openedTab(world.browser, before)
      await press(account, 'Approve')
      await page.show()
      await until(page, 'claimed')
      await tabTo(page, 'launch')
    },
  },
  {
    name: 'reload and reopen while waiting',
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      const account = await signIn(world.browser, page)
      await page.show()
      await page.reload()
      await until(page, 'confirming')
      const url = await page.url()
      await page.close()
      const reopened = await world.browser.open(url)
      await until(reopened, 'confirming')
      await press(account, 'Approve')
      await reopened.show()
      await until(reopened, 'claimed')
    },
  },
  {
    name: 'claimed while the page was closed',
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await press(await signIn(world.browser, page), 'Approve')
      await page.close()
      await pause(1_500)
      await until(await open(world, way), 'claimed')
    },
  },
  {
    name: 'not now, and taken back',
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await page.click('[data-action=not-now]')
      await until(page, ({ heading }) => heading === 'Nothing was changed')
      await page.reload()
      const still = await until(page, 'unclaimed')
      expect('it is respected', still.heading === 'Nothing was changed')
      await page.click('[data-action=undo-not-now]')
      await until(page, ({ heading }) => heading === 'Your server is running. Link it to your Plex account')
    },
  },
  {
    name: 'an address far away in the link',
    needs: 'namespaces',
    walk: async (world, way) => {
      const url = await world.page(way, STAMP)
      const before = world.browser.requests().length
      const page = await world.browser.open(`${url}#/?at=${encodeURIComponent(ACCOUNT_ORIGIN)}`)
      const asked = await until(page, ({ heading }) => heading === 'Is this address yours?')
      expect('nothing is said of a server', asked.stage === 'missing' && asked.server === null)
      await pause(1_000)
      const sent = world.browser
        .requests()
        .slice(before)
        .filter((request) => request.startsWith(ACCOUNT_ORIGIN))
      expect(`nothing was sent there: ${sent.join()}`, sent.length === 0)
      await page.click('[data-action=ask-usual]')
      await until(page, 'unclaimed')
    },
  },
  {
    name: 'another machine, taken on purpose',
    ways: ['file', 'localhost', 'nginx'],
    walk: async (world, way) => {
      await world.server.become('another-machine')
      const page = await open(world, way)
      await until(page, 'stranger')
      const links = await page.read<number>('document.querySelectorAll("[data-action=sign-in]").length')
      expect('it is not offered for signing in', links === 0)
      await page.click('details:has([data-action=use-instead]) > summary')
      await until(page, ({ text }) => text.includes('gets linked to your Plex account'))
      await page.click('[data-action=use-instead]')
      const chosen = await until(page, 'unclaimed')
      expect('it is the other machine', chosen.server !== null && chosen.server !== MACHINE)
    },
  },
  {
    name: 'two tabs of the page',
    walk: async (world, way) => {
      const one = await open(world, way)
      const other = await open(world, way)
      await until(one, 'unclaimed')
      await until(other, 'unclaimed')
      await signIn(world.browser, other)
      await other.show()
      await until(other, 'confirming')
      await one.show()
      await until(one, 'confirming')
      await world.server.approve(MACHINE)
      await until(one, 'claimed')
      await other.show()
      await until(other, 'claimed')
    },
  },
  {
    name: 'reload storm',
    walk: async (world, way) => {
      const page = await open(world, way)
      for (let count = 0; count < 20; count++) await page.reload().catch(overtaken)
      await until(page, 'unclaimed')
      expect('the server is not bothered any more', (await look(page)).stage === 'unclaimed')
    },
  },
  {
    name: 'pop-up blocked',
    walk: async (world, way) => {
      await world.page('nginx', STAMP)
      const intrusive = await world.browser.open(`${WEB_ORIGIN}/pop-up/`)
      // Looking any earlier would count as the person doing something, which lets pages open windows.
      await pause(2_000)
      const blocked = await until(intrusive, ({ title }) => title !== 'Waiting')
      expect('the blocker is on', blocked.title === 'Blocked')
      const page = await open(world, way)
      await until(page, 'unclaimed')
      await signIn(world.browser, page)
    },
  },
  {
    name: 'tab hidden for ten minutes',
    ways: ['file'],
    long: 'idle',
    walk: async (world, way) => {
      const page = await open(world, way)
      await until(page, 'unclaimed')
      const account = await signIn(world.browser, page)
      await account.show()
      await pause(1_000)
      expect('the page is hidden', (await page.read('document.visibilityState')) === 'hidden')
      const before = (await world.server.requests()).length
      await pause(10 * 60_000)
      const asked = (await world.server.requests()).length - before
      expect(`it went on asking, and not too often: ${asked} times`, asked >= 9 && asked <= 210)
      await world.server.approve(MACHINE)
      await pause(1_500)
      await page.show()
      // A hidden page asks every half a minute or so. Beside all other rows, less than this would be a matter of load.
      await until(page, 'claimed', 10_000)
    },
  },
  {
    name: 'page inside a frame',
    ways: ['nginx'],
    walk: async (world) => {
      await world.page('nginx', STAMP)
      const outer = await world.browser.open(`${WEB_ORIGIN}/frame/`)
      const inner = 'document.querySelector("iframe").contentDocument'
      await until(outer, ({ stage }) => stage === '')
      const deadline = performance.now() + 10_000
      let text = ''
      while (!text.includes('only works on its own') && performance.now() < deadline) {
        text = await outer.read<string>(`${inner}?.body?.innerText ?? ''`)
        await pause(100)
      }
      expect(`it refuses to work: ${text}`, text.includes('only works on its own'))
      const stage = await outer.read<string>(`${inner}.documentElement.dataset.stage`)
      expect(`it is blocked: ${stage}`, stage === 'blocked')
      expect('the server was not asked', (await world.server.requests()).length === 0 || stage === 'blocked')
    },
  },
  {
    name: 'storage denied',
    ways: ['nginx'],
    walk: async (world) => {
      await world.page('nginx', STAMP)
      const page = await world.browser.open(`${WEB_ORIGIN}/sandbox/`)
      await until(page, 'unclaimed')
      await signIn(world.browser, page)
      await page.show()
      await until(page, 'confirming')
      await world.server.approve(MACHINE)
      await until(page, 'claimed')
      await startAfresh(world.browser)
    },
  },
]

export const JOURNEYS: readonly Journey[] = [
  ...WIZARD_JOURNEYS,
  ...FIRST_LOOK_JOURNEYS,
  ...HELP_JOURNEYS,
  ...COPY_JOURNEYS,
  ...HOSTILE_JOURNEYS,
  ...OPEN_JOURNEYS,
]

/** Presses Tab until the action has the focus. */
async function tabTo(page: Tab, action: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    if ((await page.read('document.activeElement?.dataset.action ?? null')) === action) return
    await page.press('Tab')
  }
  throw new Error(`Tab never reaches "${action}"`)
}
