// Runs cells in one engine, inside namespaces of its own: each that it is told over IPC, and tells what came of it.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { DEFAULT_TIMES } from '../../../src/mocks/times.ts'
import { ROWS } from './cell-list.ts'
import { chaosRow } from './chaos.ts'
import type { Browser } from '../drivers/engine.ts'
import { linksLeadHome } from './hostile-journeys.ts'
import {
  ACCOUNT_ORIGIN,
  LOCALHOST_ORIGIN,
  SECOND_ORIGIN,
  SERVER_ORIGIN,
  TOOL_ORIGIN,
  WEB_ORIGIN,
} from '../network/places.ts'
import { openChromium, openFirefox } from '../drivers/puppet.ts'
import { until, startAfresh } from '../drivers/people.ts'
import { UP, type Cell, type CellResult } from './report.ts'
import type { EngineName, Fault, Journey, Shows } from './rows.ts'
import { openWebkit } from '../drivers/webkit.ts'
import { buildWorld, MACHINE, STAMP, type Way, type World } from './world.ts'

/** Where the page is when nothing is wrong. */
const HOME: Record<Fault['when'], Shows> = {
  before: { stage: 'unclaimed' },
  looking: { stage: 'unclaimed' },
  unclaimed: { stage: 'unclaimed' },
  waiting: { stage: 'confirming', says: 'Your server answers, and is not linked yet' },
  approved: { stage: 'claimed' },
  claimed: { stage: 'claimed' },
}

const ENGINES: Record<EngineName, () => Promise<Browser>> = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebkit,
}

const [engineName = '', builtPage = ''] = process.argv.slice(2)
const engine = engineName as EngineName
const world = await inTime(buildWorld(ENGINES[engine], readFileSync(builtPage, 'utf8')), 90_000)
process.on('message', ({ row, way }: Cell) => {
  const known = ROWS.get(row) ?? chaosRow(row)
  if (known === null) throw new Error(`There is no row ${row}`)
  void cell(known, way).then((result) => process.send?.(result))
})
// No more to do, or nobody is there any more to tell it to.
process.on('disconnect', () => {
  void world
    .end()
    .then(() => Promise.race([world.browser.close(), pause(5_000)]))
    .finally(() => process.exit())
})
process.send?.(UP)

async function cell(row: Fault | Journey, way: Way): Promise<CellResult> {
  const startedMs = performance.now()
  const result: CellResult = { engine, row: row.name, way, problem: null, tookMs: 0 }
  try {
    const limitMs = row.long === undefined ? 90_000 : 12 * 60_000
    const figures = await inTime<unknown>('walk' in row ? row.walk(world, way) : suffer(row, way), limitMs)
    Object.assign(result, figures)
  } catch (error) {
    result.problem = error instanceof Error ? error.message : String(error)
  }
  result.tookMs = performance.now() - startedMs
  await inTime(tidy(world), 30_000)
  return result
}

async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const late = pause(limitMs, undefined, { ref: false }).then(() => {
    throw new Error(`Not done after ${limitMs / 1000} s`)
  })
  return Promise.race([work, late])
}

/** Everything as it was before, and no tab open. */
async function tidy({ browser, server, second, lan }: World): Promise<void> {
  await startAfresh(browser)
  await lan.heal()
  for (const host of [server, second]) {
    await host.become('unclaimed', DEFAULT_TIMES)
    await host.start()
  }
}

/** One fault: strikes, is shown, is lifted, and the page recovers by itself. */
async function suffer(fault: Fault, way: Way): Promise<Partial<CellResult>> {
  const url = await world.page(way, STAMP)
  const before = world.browser.requests().length
  const bothered = (await world.second.requests()).length
  if (fault.when === 'claimed') await world.server.become('claimed')
  // Long enough for the page to be still looking when the fault strikes.
  if (fault.when === 'looking') await world.server.become('slow-headers', { slowHeadersMs: 4_300 })
  if (fault.when === 'before') await fault.strike(world, null)
  const page = await world.browser.open(url)
  if (fault.when === 'looking') {
    await until(page, 'looking', 2_500)
    await fault.strike(world, page)
  } else if (fault.when !== 'before') {
    await until(page, fault.when === 'claimed' ? 'claimed' : 'unclaimed')
    if (fault.when === 'waiting' || fault.when === 'approved') {
      await page.click('[data-action=sign-in]')
      await until(page, 'confirming')
      await page.show()
      if (fault.when === 'approved') await world.server.approve(MACHINE)
    }
    await fault.strike(world, page)
  }
  const struckMs = performance.now()
  await until(page, shows(fault.shows), fault.withinMs ?? 6_500)
  const shownMs = performance.now() - struckMs
  await linksLeadHome(page, [...STAMP.server.addresses, ...ownOrigins(way)])
  if (fault.forMs !== undefined) {
    const deadline = performance.now() + fault.forMs
    while (performance.now() < deadline) {
      await until(page, ({ stage }) => stage === fault.shows.stage, 0)
      await pause(100)
    }
  }
  await fault.lift(world, page)
  const liftedMs = performance.now()
  await until(page, shows(fault.recovers ?? HOME[fault.when]), fault.recoversWithinMs ?? 10_000)
  const recoveredMs = performance.now() - liftedMs
  if (fault.when === 'waiting') {
    await world.server.approve(MACHINE)
    await until(page, 'claimed')
  }
  onlyCandidatesWereAsked(world.browser.requests().slice(before), way)
  const { length } = await world.second.requests()
  if (length > bothered) throw new Error('The second server was asked, which no stamp names')
  return { shownMs, recoveredMs }
}

/** Besides the page itself and the account that the person went to, only the file's addresses and this computer. */
function onlyCandidatesWereAsked(requests: readonly string[], way: Way): void {
  const own = ownOrigins(way)
  const here = ['127.0.0.1', 'localhost'].flatMap((name) => [`http://${name}:32400`, `http://${name}:8888`])
  const known = [...STAMP.server.addresses, ...here, ACCOUNT_ORIGIN, ...own]
  // Chromium's log names the target of a redirect that it did not follow; the second server knows better.
  const others = requests.filter(
    (url) => !known.includes(new URL(url).origin) && !url.startsWith(SECOND_ORIGIN),
  )
  if (others.length > 0) throw new Error(`Asked somebody else: ${others.join(' ')}`)
}

/** Of the page itself. */
function ownOrigins(way: Way): readonly string[] {
  return {
    file: [],
    alone: [],
    served: [SERVER_ORIGIN],
    localhost: [LOCALHOST_ORIGIN],
    nginx: [WEB_ORIGIN],
    tool: [TOOL_ORIGIN],
  }[way]
}

function shows({ stage, says, cause }: Shows) {
  return Object.assign(
    (seen: { stage: string; text: string; cause: string | null }) =>
      seen.stage === stage && seen.text.includes(says ?? '') && (cause === undefined || seen.cause === cause),
    { toString: () => `${stage}${says === undefined ? '' : ` "${says}"`} ${cause ?? ''}` },
  )
}
