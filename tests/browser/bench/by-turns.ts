import { parseArgs } from 'node:util'
import { WAYS, type BenchWay, type BenchWeb } from './bench-web.ts'
import { BENCH_ENGINES, type BenchEngine } from './paint-browsers.ts'

/** A page of a run; `hash` is what its address ends with. */
type TakesTurns = { readonly name: string; readonly hash?: string }

/** What each page told, time by time; null where it told nothing. */
type Told<Page, Figures> = ReadonlyMap<Page, readonly (Figures | null)[]>

/** Has all pages opened by turns, in each engine and way that the command line asks for, and `show`s what they told. */
export async function measureByTurns<Page extends TakesTurns, Figures>(
  web: BenchWeb<Figures>,
  pages: readonly Page[],
  show: (engine: BenchEngine, way: BenchWay, told: Told<Page, Figures>) => void,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string' },
      way: { type: 'string' },
      times: { type: 'string', default: '20' },
    },
  })
  for (const engine of Object.keys(BENCH_ENGINES) as BenchEngine[])
    if (values.engine === undefined || engine.startsWith(values.engine))
      for (const way of WAYS)
        if (values.way === undefined || values.way === way)
          show(engine, way, await inOneBrowser(web, pages, engine, way, Number(values.times)))
}

async function inOneBrowser<Page extends TakesTurns, Figures>(
  web: BenchWeb<Figures>,
  pages: readonly Page[],
  engine: BenchEngine,
  way: BenchWay,
  times: number,
): Promise<Told<Page, Figures>> {
  const told = new Map<Page, (Figures | null)[]>(pages.map((page) => [page, []]))
  const browser = await BENCH_ENGINES[engine]()
  // The first round warms up the browser and the disk.
  for (let time = -1; time < times; time++)
    for (const [{ name, hash = '' }, figures] of told) {
      const seen = web.figuresOf(name)
      await browser.visit(`${web.urlOf(name, way)}${hash}`, seen)
      const those = await seen
      if (time >= 0) figures.push(those)
    }
  await browser.close()
  return told
}
