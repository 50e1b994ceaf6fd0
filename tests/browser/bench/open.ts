// npm run bench:open [-- --engine chromium --way file --times 20]: how soon a page that was opened to open a linked server
// (`#/open`) leaves for the account's app, beside a bare page that asks the same server and goes on, by turns in one browser.
import { buildPage } from '../../../src/build/build-page.ts'
import { startHost } from '../../../src/mocks/http-host.ts'
import { startBenchWeb } from './bench-web.ts'
import { measureByTurns } from './by-turns.ts'
import { openPages, type OpenFigures } from './open-pages.ts'
import { median, sorted } from './paint-table.ts'

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
await measureByTurns(web, pages, (engine, way, told) => {
  const all = [...told].map(([{ name }, figures]) => ({
    name,
    figures: figures.filter((each) => each !== null),
    untold: figures.filter((each) => each === null).length,
  }))
  const [bare] = all
  for (const { name, figures, untold } of all) {
    const cell = (which: keyof OpenFigures): string => {
      const known = sorted(figures, which)
      const ratio = (median(known) / median(sorted(bare?.figures ?? [], which))).toFixed(2)
      return `${median(known).toFixed(0)} (${known.at(-1)?.toFixed(0) ?? ''}) · ${ratio}`
    }
    if (untold > 0) console.log(`"${name}" stayed, or told nothing, ${untold} times`)
    console.log(
      `| ${engine} | ${way} | ${name}, ${figures.length} times | ${cell('setsOff')} | ${cell('gone')} |`,
    )
  }
})

await web.stop()
await server.stop()
