// npm run release [-- --without-matrix --without-benchmarks]: builds the last commit twice, compares, and puts everything
// that a download page needs into release/<version>/. With --sums-again: takes the sums of that folder anew.
import { parseArgs } from 'node:util'
import { ROOT } from '../build-page.ts'
import { makeRelease } from './make-release.ts'
import { folderFor, treeIn } from './tree.ts'
import { sumAgain } from './write-index.ts'

const { values } = parseArgs({
  options: {
    'without-matrix': { type: 'boolean', default: false },
    'without-benchmarks': { type: 'boolean', default: false },
    'sums-again': { type: 'boolean', default: false },
  },
})
const say = (text: string): void => void process.stderr.write(`${text}\n`)
try {
  const folder = values['sums-again'] ? folderFor(ROOT, (await treeIn(ROOT)).version) : await made()
  if (values['sums-again']) await sumAgain(folder)
  process.stdout.write(`${folder}\n`)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function made(): Promise<string> {
  return makeRelease(ROOT, {
    matrix: !values['without-matrix'],
    benchmarks: !values['without-benchmarks'],
    say,
  })
}
