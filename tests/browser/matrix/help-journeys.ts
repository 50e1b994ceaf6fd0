import { createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Tab } from '../drivers/engine.ts'
import { look, until, type Seen } from '../drivers/people.ts'
import { nearEndOf } from '../network/hosts.ts'
import { HOSTS, SERVER_PORT } from '../network/places.ts'
import type { Journey } from './rows.ts'
import { MACHINE, STAMP, type Way, type World } from './world.ts'

const CODE = 'claim-abcdefghij0123456789'
const RAN_OUT = 'claim-expired0000000000000'
/** The part of a code that stands nowhere else on the page. */
const SECRET = /abcdefghij0123456789|expired0000000000000/

async function openUnclaimed({ browser, page }: World, way: Way): Promise<Tab> {
  const tab = await browser.open(await page(way, STAMP))
  await until(tab, 'unclaimed')
  return tab
}

async function handOverCode(tab: Tab, code: string): Promise<void> {
  await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
  await tab.type('[name=code]', code)
  await tab.click('[data-action=use-code]')
}

const codesAt = async ({ server }: World): Promise<number> =>
  (await server.requests()).filter(({ method }) => method === 'POST').length

const says =
  (words: string, cause: string) =>
  ({ text, cause: first }: Seen): boolean =>
    text.includes(words) && first === cause

/** Everywhere in the browser where a page could leave a code, or another page could find it. */
async function codeIsNowhere(tab: Tab): Promise<void> {
  await tab.run(`for (const details of document.querySelectorAll('details')) details.open = true`)
  await pause(100)
  await tab.run(`for (const details of document.querySelectorAll('details')) details.open = true`)
  await pause(100)
  const places = await tab.read<Record<string, string>>(`({
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join(' '),
    lasting: JSON.stringify(Object.entries(localStorage)),
    tab: JSON.stringify(Object.entries(sessionStorage)),
    address: location.href,
    history: JSON.stringify(history.state),
    requests: performance.getEntriesByType('resource').map(({ name }) => name).join(' '),
    cookies: document.cookie,
  })`)
  const report = places['fields'] ?? ''
  if (!report.includes('## Setup Plex report')) throw new Error('The report was not looked at')
  for (const [place, text] of Object.entries(places)) {
    if (SECRET.test(text)) throw new Error(`The claim code is in the ${place}`)
  }
}

type Forward = { readonly close: () => void }

/** What a tunnel does: who asks at this port of this computer reaches the server of that host. */
export async function forward({ browser }: World, port: number, host: string): Promise<Forward> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = createConnection(SERVER_PORT, host)
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => [near, far].forEach((end) => end.destroy()))
    }
  })
  await new Promise<void>((resolve) => server.listen(nearEndOf(port, browser.name), '127.0.0.1', resolve))
  return {
    close: () => {
      server.close()
      // A browser keeps its connections, and would go on talking to the far end of this one.
      for (const socket of open) socket.destroy()
    },
  }
}

function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(what)
}

export const HELP_JOURNEYS: readonly Journey[] = [
  {
    name: 'claim code, answered after 18 s',
    ways: ['file', 'nginx', 'tool'],
    walk: async (world, way) => {
      const tab = await openUnclaimed(world, way)
      const before = await codesAt(world)
      await handOverCode(tab, `docker run -e PLEX_CLAIM="${CODE}" plexinc/pms-docker`)
      await until(tab, 'confirming')
      await until(tab, 'claimed', 5_000)
      await pause(18_500)
      const { stage, server } = await look(tab)
      expect('it is still claimed when the answer comes', stage === 'claimed' && server === MACHINE)
      expect('it was sent once', (await codesAt(world)) === before + 1)
      await codeIsNowhere(tab)
    },
  },
  {
    name: 'claim code, expired',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      const tab = await openUnclaimed(world, way)
      await handOverCode(tab, RAN_OUT)
      await until(tab, says('did not accept the code', 'C14'))
      await codeIsNowhere(tab)
      await handOverCode(tab, CODE)
      await until(tab, 'claimed')
    },
  },
  {
    name: 'claim code, already claimed',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      const tab = await openUnclaimed(world, way)
      await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
      await tab.type('[name=code]', CODE)
      const before = await codesAt(world)
      await world.server.become('claimed')
      await tab.run(`document.querySelector('[data-action=use-code]')?.click()`)
      await until(tab, 'claimed')
      expect('no code was wasted', (await codesAt(world)) === before)
      await codeIsNowhere(tab)
    },
  },
  {
    name: 'claim code, not local',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      await world.server.become('not-local')
      const tab = await openUnclaimed(world, way)
      await handOverCode(tab, CODE)
      await until(tab, says('The server refused the code', 'C14'))
      await codeIsNowhere(tab)
    },
  },
  {
    name: 'claim code, the server goes away meanwhile',
    ways: ['file', 'nginx'],
    walk: async (world, way) => {
      const tab = await openUnclaimed(world, way)
      await world.server.become('unclaimed', { exchangeMs: 3_600_000, claimReplyMs: 3_600_000 })
      const before = await codesAt(world)
      await handOverCode(tab, CODE)
      await until(tab, 'confirming')
      while ((await codesAt(world)) === before) await pause(50)
      await world.server.stop()
      await until(tab, ({ text }) => text.includes("isn't answering right now"))
      await world.server.become('unclaimed')
      await world.server.start()
      // The question broke off, so that nobody waits the full minute.
      await until(
        tab,
        ({ heading, cause }) => heading === 'Your server is still not linked' && cause === 'C8',
        35_000,
      )
      await codeIsNowhere(tab)
      await tab.click('[data-action=cancel]')
      await until(tab, 'unclaimed')
    },
  },
  {
    name: 'a tunnel comes up 5 s later',
    ways: ['file'],
    walk: async (world, way) => {
      const url = await world.page(way, {})
      const tab = await world.browser.open(`${url}#/help/tunnel`)
      await until(tab, ({ heading }) => heading.includes('tunnel'))
      await tab.type('[name=user]', 'anna')
      await tab.type('[name=host]', 'media.example.net')
      await until(tab, ({ text }) => text.includes('ssh -L 8888:127.0.0.1:32400 anna@media.example.net'))
      await pause(5_000)
      expect(
        'nothing is said before',
        (await tab.read('document.querySelector("[data-tunnel=up]") === null')) === true,
      )
      const tunnel = await forward(world, 8888, HOSTS.server.v4)
      try {
        await until(tab, ({ text }) => text.includes('The tunnel is there'), 5_000)
        await tab.click('[data-action=use-tunnel]')
        const found = await until(tab, 'unclaimed')
        expect('it is the server at the far end', found.server === MACHINE)
        expect(
          'it is reached by the near end',
          (await tab.url()).includes(encodeURIComponent('http://127.0.0.1:8888')),
        )
      } finally {
        tunnel.close()
      }
    },
  },
  {
    name: 'somebody else answers where the tunnel would begin',
    ways: ['file'],
    walk: async (world, way) => {
      const ends = [await forward(world, 8888, HOSTS.second.v4)]
      try {
        const tab = await world.browser.open(`${await world.page(way, STAMP)}#/help/tunnel`)
        await until(tab, ({ heading }) => heading.includes('tunnel'))
        await tab.type('[name=user]', 'anna')
        await tab.type('[name=host]', 'media.example.net')
        await until(
          tab,
          ({ text }) =>
            text.includes('Somebody else answers at port 8888') &&
            text.includes('ssh -L 8889:127.0.0.1:32400 anna@media.example.net'),
        )
        expect(
          'it is not taken for the tunnel',
          (await tab.read('document.querySelector("[data-tunnel=up]") === null')) === true,
        )
        ends.push(await forward(world, 8889, HOSTS.server.v4))
        await until(tab, ({ text }) => text.includes('The tunnel is there'), 5_000)
        await tab.click('[data-action=use-tunnel]')
        const found = await until(tab, 'unclaimed')
        expect('it is the server of the file', found.server === MACHINE)
        await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
        await tab.type('[name=code]', CODE)
        await tab.click('[data-action=use-code]')
        await until(tab, 'claimed')
      } finally {
        for (const server of ends) server.close()
      }
    },
  },
  {
    name: 'help pages, with everything switched off',
    ways: ['file', 'tool'],
    walk: async (world, way) => {
      const url = await world.page(way, STAMP)
      // The page itself has to come from somewhere.
      if (way !== 'served') await world.server.stop()
      for (const topic of ['requirement', 'opt-out', 'find-the-file', 'recover', 'tunnel', 'trouble']) {
        const tab = await world.browser.open(`${url}#/help/${topic}`)
        const { heading } = await until(
          tab,
          ({ title, heading: h }) => h !== '' && title === `${h} · Setup Plex`,
        )
        expect(
          `${topic} is a page of its own`,
          !/does not answer$|^Let's find/.test(heading) && heading !== '',
        )
        await tab.click('[data-action=back]')
        await until(tab, way === 'served' ? 'unclaimed' : 'missing')
        await tab.close()
      }
      await world.server.start()
    },
  },
]
