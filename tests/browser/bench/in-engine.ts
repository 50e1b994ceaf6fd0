// Runs one engine's searches inside namespaces of its own and prints one line of JSON for each result.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { BenchOrder, BenchResult } from './rows.ts'
import type { Tab } from '../drivers/engine.ts'
import { openChromium, openFirefox } from '../drivers/puppet.ts'
import { until } from '../drivers/people.ts'
import { HOSTS, SECOND_ORIGIN } from '../network/places.ts'
import { rawSweep } from './raw-sweep.ts'
import { watchSockets } from './sockets.ts'
import { moveBack, moveHome } from './home-router.ts'
import { openWebkit } from '../drivers/webkit.ts'
import { buildWorld, MACHINE, type Way } from '../matrix/world.ts'

const run = promisify(execFile)
const order = JSON.parse(process.argv[2] ?? '{}') as BenchOrder
const ENGINES = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit }
const world = await buildWorld(ENGINES[order.engine], readFileSync(order.page, 'utf8'))
let browser = world.browser

const NETWORK = '192.168.50'
/** Refuses at once: the search can begin without a wait for the stamped address. */
const STAMP = {
  format: 1,
  server: { machineIdentifier: MACHINE, addresses: [`http://${HOSTS.web.v4}:32400`] },
}
const NOBODY = { ...STAMP, server: { ...STAMP.server, machineIdentifier: 'e'.repeat(40) } }

/** Presses the button and waits in the page itself: the drivers take too long to ask. */
const SEARCH = (holds: string): string => `{
  const startedMs = performance.now()
  const bench = (window.bench = { tookMs: null, gapMs: 0, began: false })
  const root = document.documentElement
  const look = () => {
    bench.began ||= root.dataset.stage === 'looking'
    if (bench.tookMs !== null || !(${holds})) return
    bench.tookMs = performance.now() - startedMs
    observer.disconnect()
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { subtree: true, childList: true, attributes: true })
  let lastMs = startedMs
  const beat = () => {
    const nowMs = performance.now()
    bench.gapMs = Math.max(bench.gapMs, nowMs - lastMs)
    lastMs = nowMs
    if (bench.tookMs === null) setTimeout(beat)
  }
  setTimeout(beat)
  document.querySelector('[data-action=search]').click()
}`
const FOUND = `root.dataset.server === '${MACHINE}'`
const OVER = `bench.began && root.dataset.stage !== 'looking'`

type Bench = { readonly tookMs: number | null; readonly gapMs: number }

async function searched(page: Tab, holds: string, withinMs: number): Promise<Bench> {
  await page.run(SEARCH(holds))
  const deadline = performance.now() + withinMs
  for (;;) {
    const bench = await page.read<Bench>('window.bench')
    if (bench.tookMs !== null || performance.now() > deadline) return bench
    await pause(100)
  }
}

/** In a browser that was just started: an earlier search leaves connections behind, in some for minutes. */
async function opened(way: Way, stamp: object): Promise<Tab> {
  await Promise.race([browser.close(), pause(5_000)])
  browser = await ENGINES[order.engine]()
  const page = await browser.open(await world.page(way, stamp))
  await until(page, (seen) => seen.stage === 'missing' || seen.stage === 'stranger')
  return page
}

/** What a request of another page of the same browser takes right now, ms; null where none came within 5 s. */
async function answerTime(page: Tab, origin: string): Promise<number | null> {
  await page.run(`{
    window.answered = null
    const startedMs = performance.now()
    fetch('${origin}/identity', { cache: 'no-store' }).then(() => { window.answered = performance.now() - startedMs })
  }`)
  for (let tries = 0; tries < 100; tries++) {
    const answered = await page.read<number | null>('window.answered')
    if (answered !== null) return answered
    await pause(50)
  }
  return null
}

/** All other addresses drop what comes to the port, instead of not being there. */
async function letOthersDrop(): Promise<void> {
  const taken = [1, 2, 11, 12, 37, 200]
  const lines = Array.from({ length: 254 }, (_, index) => index + 1)
    .filter((host) => !taken.includes(host))
    .map((host) => `addr replace ${NETWORK}.${host}/24 dev eth0`)
  const child = run('ip', ['-n', 'web', '-batch', '-'])
  child.child.stdin?.end(lines.join('\n'))
  await child
  await nft('web', `ip daddr != ${HOSTS.web.v4} tcp dport 32400 drop`)
}

async function nft(host: string, rule: string): Promise<void> {
  const rules =
    'add table inet bench; delete table inet bench; add table inet bench; ' +
    'add set inet bench seen { type inet_service; flags dynamic; }; ' +
    `add chain inet bench in { type filter hook input priority 0; }; add rule inet bench in ${rule}`
  await run('ip', ['netns', 'exec', host, 'nft', rules])
}

function tell(result: Omit<BenchResult, 'engine'>): void {
  process.stdout.write(`${JSON.stringify({ engine: order.engine, ...result })}\n`)
}

let at: string = HOSTS.server.v4
async function moveServer(to: string): Promise<void> {
  if (at !== to) await world.lan.move('server', at, to)
  at = to
}

async function findServer(others: 'silent' | 'dropping', host: number, way: Way): Promise<void> {
  await moveServer(`${NETWORK}.${host}`)
  for (let time = 0; time < order.times; time++) {
    const raw = await rawSweep(NETWORK)
    const page = await opened(way, STAMP)
    const sockets = watchSockets()
    const { tookMs, gapMs } = await searched(page, FOUND, 12_000)
    const name = `server at .${host}, the others ${others}`
    tell({ row: name, way, figures: { ms: tookMs, raw, gapMs, sockets: await sockets.most() } })
  }
}

async function harm(way: Way): Promise<void> {
  await moveServer(`${NETWORK}.37`)
  await letOthersDrop()
  const page = await opened(way, NOBODY)
  for (const [name, times] of [
    ['one full search', 1],
    ['five in a row', 4],
  ] as const) {
    const sockets = watchSockets()
    let ms: number | null = null
    let gapMs = 0
    for (let time = 0; time < times; time++) {
      const bench = await searched(page, OVER, 12_000)
      ms = bench.tookMs
      gapMs = Math.max(gapMs, bench.gapMs)
      // It waits for the engine to let go, up to two minutes: nobody is that patient, and presses again.
      if (bench.tookMs === null) await page.click('[data-action=cancel]')
      await until(page, ({ stage }) => stage !== 'looking')
    }
    const server = await answerTime(page, `http://${at}:32400`)
    const third = await answerTime(page, SECOND_ORIGIN)
    // Once more when the silent ones were asked again, if they are.
    await pause(times === 1 ? 9_000 : 0)
    const later = await answerTime(page, SECOND_ORIGIN)
    const figures = { ms, server, third, later, gapMs, sockets: await sockets.most() }
    tell({ row: `after ${name}, the others dropping`, way, figures })
  }
}

/** From opening the file to the server on screen, with and without addresses in front of it that nobody has. */
async function stamped(way: Way): Promise<void> {
  const server = `http://${HOSTS.server.v4}:32400`
  const dead = ['http://192.168.50.97:32400', 'http://192.168.50.98:32400', 'http://192.168.50.99:32400']
  for (const [name, addresses] of [
    ['the server alone', [server]],
    ['three dead addresses, then the server', [...dead, server]],
  ] as const) {
    for (let time = 0; time < order.times; time++) {
      await Promise.race([browser.close(), pause(5_000)])
      browser = await ENGINES[order.engine]()
      const url = await world.page(way, { format: 1, server: { machineIdentifier: MACHINE, addresses } })
      const startedMs = performance.now()
      const page = await browser.open(url)
      await until(page, 'unclaimed')
      // From opening the file, looked at every 50 ms; and from the question to the answer, as the page itself says.
      const ms = performance.now() - startedMs
      const words = await page.read<string>('document.querySelector("main").textContent')
      const [, answered = ''] = /within (\d+) ms/.exec(words) ?? []
      tell({ row: `stamp: ${name}`, way, figures: { ms, answered: Number(answered) } })
    }
  }
}

async function nothing(others: 'silent' | 'dropping', way: Way): Promise<void> {
  await world.server.stop()
  await world.second.stop()
  for (let time = 0; time < Math.min(order.times, 3); time++) {
    const page = await opened(way, STAMP)
    const sockets = watchSockets()
    const { tookMs, gapMs } = await searched(page, OVER, 12_000)
    tell({
      row: `nobody, the others ${others}`,
      way,
      figures: { ms: tookMs, gapMs, sockets: await sockets.most() },
    })
  }
  await world.server.start()
  await world.second.start()
}

async function lostSyn(which: 'first packet' | 'first packet of each connection', way: Way): Promise<void> {
  const each =
    'tcp dport 32400 tcp flags & (syn | ack) == syn tcp sport != @seen add @seen { tcp sport } drop'
  const once = 'tcp dport 32400 tcp flags & (syn | ack) == syn numgen inc mod 1000000 == 0 drop'
  for (const host of [37, 200]) {
    await moveServer(`${NETWORK}.${host}`)
    for (let time = 0; time < Math.min(order.times, 3); time++) {
      const page = await opened(way, STAMP)
      await nft('server', which === 'first packet' ? once : each)
      const { tookMs } = await searched(page, FOUND, 15_000)
      tell({ row: `.${host}, ${which} lost`, way, figures: { ms: tookMs } })
      await run('ip', ['netns', 'exec', 'server', 'nft', 'delete table inet bench'])
    }
  }
}

/** A server whose first byte takes 600 ms. */
async function slowServer(way: Way): Promise<void> {
  for (const host of [37, 200]) {
    await moveServer(`${NETWORK}.${host}`)
    for (let time = 0; time < Math.min(order.times, 3); time++) {
      await world.server.become('unclaimed')
      const page = await opened(way, STAMP)
      await world.server.become('slow-headers', { slowHeadersMs: 600 })
      const sockets = watchSockets()
      const { tookMs } = await searched(page, FOUND, 20_000)
      const figures = { ms: tookMs, sockets: await sockets.most() }
      tell({ row: `.${host}, first byte after 600 ms`, way, figures })
    }
  }
}

/** A file that knows nothing, in homes of several makes: from the press to the server, or to the question. */
async function nothingKnown(way: Way): Promise<void> {
  const homes = ['192.168.178', '192.168.31', '10.0.0', '192.168.1']
  const rows = homes.flatMap((network) =>
    (['answers', 'redirects', 'refuses'] as const).map((manner) => [network, manner, 'no way'] as const),
  )
  const swallowed = (['answers', 'refuses'] as const).map(
    (manner) => ['192.168.178', manner, 'swallowed'] as const,
  )
  for (const [network, manner, elsewhere] of [...rows, ...swallowed]) {
    const takeAway = await moveHome(network, manner, elsewhere)
    for (let time = 0; time < order.times; time++) {
      const page = await opened(way, {})
      const sockets = watchSockets()
      const { tookMs, gapMs } = await searched(page, manner === 'refuses' ? OVER : FOUND, 20_000)
      const row = `home at ${network}, router ${manner}, elsewhere ${elsewhere}`
      tell({ row, way, figures: { ms: tookMs, gapMs, sockets: await sockets.most() } })
    }
    await takeAway()
  }
  await moveBack()
}

for (const way of order.ways) {
  switch (order.part) {
    case 'stamp':
      await stamped(way)
      break
    case 'harm':
      await harm(way)
      break
    case 'silent':
    case 'dropping':
      if (order.part === 'dropping') await letOthersDrop()
      for (const host of [37, 200]) await findServer(order.part, host, way)
      await nothing(order.part, way)
      break
    case 'slow':
      await slowServer(way)
      break
    case 'unknown':
      // A page that is served knows its own network.
      if (way === 'file') await nothingKnown(way)
      break
    case 'lost':
      await lostSyn('first packet', way)
      await lostSyn('first packet of each connection', way)
  }
}
await world.end()
await Promise.race([browser.close(), pause(5_000)])
process.exit(0)
