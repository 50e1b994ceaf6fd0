// npm run simulate [-- --seeds 2000 --from 1] [-- --seed 17] [-- --planted]: evenings that a seed decides, lived by the
// page's own code. docs/simulation.md says what is in them and what is promised.
import { parseArgs } from 'node:util'
import { builtPage } from '../page/built-page.ts'
import { findPlanted } from '../planted/find-planted.ts'
import { coverageLines } from './coverage-lines.ts'
import { many } from './many.ts'
import { storyOf } from './story.ts'
import { wrongLists } from '../world/transitions.ts'
import type { Failed } from './worker.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    planted: { type: 'boolean', default: false },
    bug: { type: 'string', default: '' },
    coverage: { type: 'boolean', default: false },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)

function numberIn(option: 'seeds' | 'from' | 'seed', text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  process.stderr.write(`--${option} takes a whole number, and not "${text}"\n`)
  process.exit(2)
}

const seeds = numberIn('seeds', values.seeds)
const from = numberIn('from', values.from)

if (values.planted) {
  process.exitCode = (await findPlanted({ from, seeds, named: values.bug, say })) ? 0 : 1
} else if (values.seed !== undefined) {
  const { text, failed } = await storyOf(await builtPage(), numberIn('seed', values.seed))
  say(text)
  process.exitCode = failed ? 1 : 0
} else {
  const beganMs = performance.now()
  const onFailed = ({ seed, promise, atMs, sentence }: Failed): void =>
    say(
      `${seed === null ? 'Left open' : `Seed ${seed}`}: BROKEN "${promise}" after ${(atMs / 1_000).toFixed(1)} s: ${sentence}`,
    )
  const outcome = await many({ page: await builtPage(), from, seeds, onFailed })
  const seconds = (performance.now() - beganMs) / 1_000
  const eachMs = outcome.cpuMs / outcome.evenings
  say(
    `${outcome.evenings} evenings, ${outcome.questions} questions, ${seconds.toFixed(0)} s; ${eachMs.toFixed(0)} ms of a processor each`,
  )
  for (const line of coverageLines(outcome.coverage, values.coverage)) say(line)
  const seed = outcome.failed.find((each) => each.seed !== null)?.seed
  if (seed !== undefined)
    say(`${outcome.failed.length} promises were broken. As a story: npm run simulate -- --seed ${seed}`)
  const wrong = wrongLists(outcome.coverage.transitions, outcome.evenings)
  for (const sentence of wrong) say(`${sentence} (tests/simulation/world/unreached.ts)`)
  if (outcome.failed.length > 0 || wrong.length > 0) process.exitCode = 1
}
