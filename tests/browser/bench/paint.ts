// npm run bench:paint [-- --engine chromium --way file --times 20]: how long it takes until the state of a server is on
// screen, beside a bare page that asks the same server and says the same words, taking turns in one browser.
import { parseArgs } from 'node:util'
import { buildPage } from '../../../src/build/build-page.ts'
import { pageLine } from '../../../src/build/release/of-build.ts'
import { startHost } from '../../../src/mocks/http-host.ts'
import { startBenchWeb, WAYS, type BenchWay } from './bench-web.ts'
import { BENCH_ENGINES, type BenchEngine } from './paint-browsers.ts'
import type { Figures } from './paint-measure.ts'
import { benchPages, type BenchPage } from './paint-pages.ts'
import { rowsOf } from './paint-table.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    way: { type: 'string' },
    times: { type: 'string', default: '20' },
  },
})
const MACHINE = 'c0ffee0123456789abcdef0123456789abcdef01'
/** What the page says about an unclaimed server. */
const WORDS = [
  'Setup Plex',
  'Your server is running. Link it to your Plex account',
  'Sign in with the account that shall own it. A new tab opens for that.',
  'Attic NAS',
  'Sign in',
]

const server = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
const pages = new Map<string, BenchPage>()
const web = await startBenchWeb<Figures>()

const built = await buildPage(null)
console.log(`${pageLine(built)}\n`)
for (const page of benchPages(built, {
  server: server.origin,
  machineIdentifier: MACHINE,
  words: WORDS,
  tellTo: web.origin,
})) {
  pages.set(page.name, page)
  await web.add(page.name, page.html)
}
if (!pages.has('first look alone'))
  console.log('The built page has no first look: there is none to measure alone.\n')

console.log(
  '| engine | way in | page | first contentful paint | state painted | app ready | bytes before, of and behind the app |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const engine of Object.keys(BENCH_ENGINES) as BenchEngine[])
  if (values.engine === undefined || engine.startsWith(values.engine))
    for (const way of WAYS) if (values.way === undefined || values.way === way) await measure(engine, way)

await web.stop()
await server.stop()

async function measure(engine: BenchEngine, way: BenchWay): Promise<void> {
  const all = new Map<BenchPage, Figures[]>([...pages.values()].map((page) => [page, []]))
  const browser = await BENCH_ENGINES[engine]()
  // The first round warms up the browser and the disk.
  for (let time = -1; time < Number(values.times); time++)
    for (const [page, figures] of all) {
      const seen = web.figuresOf(page.name)
      await browser.visit(web.urlOf(page.name, way), seen)
      const those = await seen
      if (time >= 0 && those !== null) figures.push(those)
    }
  await browser.close()
  for (const row of rowsOf(all)) console.log(`| ${engine} | ${way} | ${row} |`)
}
