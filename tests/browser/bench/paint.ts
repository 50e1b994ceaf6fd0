// npm run bench:paint [-- --engine chromium --way file --times 20]: how long it takes until the state of a server is on
// screen, beside a bare page that asks the same server and says the same words, taking turns in one browser.
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildPage } from '../../../src/build/build-page.ts'
import { pageLine } from '../../../src/build/release/of-build.ts'
import { startHost } from '../../../src/mocks/http-host.ts'
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
const WAYS = ['file', 'served'] as const
const GIVEN_UP_AFTER_MS = 20_000
/** What the page says about an unclaimed server. */
const WORDS = [
  'Setup Plex',
  'Your server is running. Link it to your Plex account',
  'Sign in with the account that shall own it. A new tab opens for that.',
  'Attic NAS',
  'Sign in',
]

const server = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
const folder = await mkdtemp(join(tmpdir(), 'setup-plex-bench-'))
const told = new Map<string, (figures: Figures) => void>()
const pages = new Map<string, BenchPage>()

/** Serves the pages and hears their figures. */
const web = createServer((request, response) => {
  const name = decodeURIComponent((request.url ?? '').slice(1))
  const page = pages.get(name)
  if (request.method === 'POST') {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.end()
      told.get(name)?.(JSON.parse(Buffer.concat(chunks).toString()) as Figures)
    })
  } else if (page === undefined) response.writeHead(404).end()
  else response.setHeader('content-type', 'text/html; charset=utf-8').end(page.html)
})
web.listen(0, '127.0.0.1')
await once(web, 'listening')
const tellTo = `http://127.0.0.1:${(web.address() as AddressInfo).port}`

const built = await buildPage(null)
console.log(`${pageLine(built)}\n`)
for (const page of benchPages(built, {
  server: server.origin,
  machineIdentifier: MACHINE,
  words: WORDS,
  tellTo,
})) {
  pages.set(page.name, page)
  await writeFile(join(folder, `${page.name}.html`), page.html)
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

web.closeAllConnections()
web.close()
await server.stop()
await rm(folder, { recursive: true, force: true })

async function measure(engine: BenchEngine, way: (typeof WAYS)[number]): Promise<void> {
  const all = new Map<BenchPage, Figures[]>([...pages.values()].map((page) => [page, []]))
  const browser = await BENCH_ENGINES[engine]()
  // The first round warms up the browser and the disk.
  for (let time = -1; time < Number(values.times); time++)
    for (const [page, figures] of all) {
      const seen = figuresOf(page)
      const path = `${encodeURIComponent(page.name)}${way === 'file' ? '.html' : ''}`
      await browser.visit(
        way === 'file' ? pathToFileURL(join(folder, `${page.name}.html`)).href : `${tellTo}/${path}`,
        seen,
      )
      const those = await seen
      if (time >= 0 && those !== null) figures.push(those)
    }
  await browser.close()
  for (const row of rowsOf(all)) console.log(`| ${engine} | ${way} | ${row} |`)
}

/** What the page tells next; null where it tells nothing. */
function figuresOf({ name }: BenchPage): Promise<Figures | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), GIVEN_UP_AFTER_MS)
    told.set(name, (figures) => {
      clearTimeout(timer)
      resolve(figures)
    })
  })
}
