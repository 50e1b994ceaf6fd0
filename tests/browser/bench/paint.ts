// npm run bench:paint [-- --engine chromium --way file --times 20]: how long it takes until the state of a server is on
// screen, beside a bare page that asks the same server and says the same words, taking turns in one browser.
import { buildPage } from '../../../src/build/build-page.ts'
import { pageLine } from '../../../src/build/release/of-build.ts'
import { startHost } from '../../../src/mocks/http-host.ts'
import { startBenchWeb } from './bench-web.ts'
import { measureByTurns } from './by-turns.ts'
import type { Figures } from './paint-measure.ts'
import { benchPages } from './paint-pages.ts'
import { rowsOf } from './paint-table.ts'

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
const web = await startBenchWeb<Figures>()

const built = await buildPage(null)
console.log(`${pageLine(built)}\n`)
const pages = benchPages(built, {
  server: server.origin,
  machineIdentifier: MACHINE,
  words: WORDS,
  tellTo: web.origin,
})
for (const { name, html } of pages) await web.add(name, html)
if (!pages.some(({ name }) => name === 'first look alone'))
  console.log('The built page has no first look: there is none to measure alone.\n')

console.log(
  '| engine | way in | page | first contentful paint | state painted | app ready | bytes before, of and behind the app |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- |')
await measureByTurns(web, pages, (engine, way, told) => {
  const all = [...told].map(([page, figures]) => [page, figures.filter((each) => each !== null)] as const)
  for (const row of rowsOf(new Map(all))) console.log(`| ${engine} | ${way} | ${row} |`)
})

await web.stop()
await server.stop()
