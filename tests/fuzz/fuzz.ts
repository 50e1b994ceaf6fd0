// npm run fuzz [-- --inputs 1000000] [-- --parser stamp] [-- --seed 17]: the tests of this folder with more inputs than in
// every run. docs/fuzzing.md says what is promised.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    parser: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})

for (const option of ['inputs', 'seed'] as const) {
  if (/^\d{1,10}$/.test(values[option])) continue
  process.stderr.write(`--${option} takes a whole number, and not "${values[option]}"\n`)
  process.exit(2)
}

process.stdout.write(`${values.inputs} inputs for each parser, seed ${values.seed}\n`)
const { status } = spawnSync(
  'node_modules/.bin/vitest',
  ['run', '--project', 'unit', '--reporter', 'verbose', '--testNamePattern', values.parser, 'tests/fuzz'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_INPUTS: values.inputs, FUZZ_SEED: values.seed } },
)
process.exitCode = status ?? 1
