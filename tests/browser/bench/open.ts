// npm run bench:open [-- --engine chromium --way file --times 20]: how soon a page that was opened to open a linked server
// (`#/open`) leaves for the account's app, beside a bare page that asks the same server and goes on, by turns in one browser.
import { parseArgs } from 'node:util'
import { buildPage } from '../../../src/build/build-page.ts'
import { startHost } from '../../../src/mocks/http-host.ts'
import { startBenchWeb, WAYS, type BenchWay } from './bench-web.ts'
import { openPages, type OpenFigures, type OpenPage } from './open-pages.ts'
import { BENCH_ENGINES, type BenchEngine } from './paint-browsers.ts'
import { median, sorted } from './paint-table.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    way: { type: 'string' },
    times: { type: 'string', default: '20' },
  },
})
const MACHINE = 'c0ffee0123456789abcdef0123456789abcdef01'
const ACCOUNT = '<!doctype html><title>The account</title>'

const server = await startHost({ behaviour: 'claimed', machineIdentifier: MACHINE })
const web = await startBenchWeb<OpenFigures>(ACCOUNT)
const pages = openPages(await buildPage(web.origin), {
  server: server.origin,
  machineIdentifier: MACHINE,
  account: web.origin,
  tellTo: web.tellTo,
})
for (const { name, html } of pages) await web.add(name, html)

console.log('| engine | way in | page | sets off | gone |')
console.log('| --- | --- | --- | --- | --- |')
for (const engine of Object.keys(BENCH_ENGINES) as BenchEngine[])
  if (values.engine === undefined || engine.startsWith(values.engine))
    for (const way of WAYS) if (values.way === undefined || values.way === way) await measure(engine, way)

await web.stop()
await server.stop()

async function measure(engine: BenchEngine, way: BenchWay): Promise<void> {
  const all = new Map<OpenPage, OpenFigures[]>(pages.map((page) => [page, []]))
  const browser = await BENCH_ENGINES[engine]()
  // The first round warms up the browser and the disk.
  for (let time = -1; time < Number(values.times); time++)
    for (const [{ name, hash }, figures] of all) {
      const seen = web.figuresOf(name)
      await browser.visit(`${web.urlOf(name, way)}${hash}`, seen)
      const those = await seen
      if (those === null) console.log(`"${name}" stayed, or told nothing`)
      else if (time >= 0) figures.push(those)
    }
  await browser.close()
  const [bare = []] = all.values()
  for (const [{ name }, figures] of all) {
    const cell = (which: keyof OpenFigures): string => {
      const known = sorted(figures, which)
      const ratio = (median(known) / median(sorted(bare, which))).toFixed(2)
      return `${median(known).toFixed(0)} (${known.at(-1)?.toFixed(0) ?? ''}) · ${ratio}`
    }
    console.log(
      `| ${engine} | ${way} | ${name}, ${figures.length} times | ${cell('setsOff')} | ${cell('gone')} |`,
    )
  }
}
