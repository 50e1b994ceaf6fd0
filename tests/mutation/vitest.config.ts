import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { catalogsAtOnce } from '../../src/build/catalogs-at-once.ts'
import { learnedFromComplaints } from '../../src/build/complaints-plugin.ts'
import { linguiMacros } from '../../src/build/lingui-macros.ts'
import { withSwitches } from './mutants/with-switches.ts'
import type { Order } from './run/session.ts'

const order = JSON.parse(process.env['MUTATION_ORDER'] ?? '{"files":[],"tests":[]}') as Order
const COLLECTED = resolve('tests/mutation/run/collected.ts')

export default defineConfig({
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(code, id) {
        const file = relative(process.cwd(), id.split('?', 1)[0] ?? id)
        const at = order.files.indexOf(file)
        if (at >= 0) {
          const before = order.files.slice(0, at).reduce((count, each) => count + mutantsIn(each), 0)
          return { code: withSwitches(code, file, before).code, map: null }
        }
        const isTest = file.startsWith('tests/') && !file.startsWith('tests/mutation/run/')
        return isTest ? { code: code.replace(/from 'vitest'/g, `from '${COLLECTED}'`), map: null } : null
      },
    },
    linguiMacros(),
    catalogsAtOnce(),
    learnedFromComplaints(),
  ],
  test: {
    include: ['tests/mutation/run/session.ts'],
    environment: 'jsdom',
    maxWorkers: 1,
    // One test that takes as long as it takes.
    testTimeout: 0,
    hookTimeout: 0,
  },
})

function mutantsIn(file: string): number {
  return withSwitches(readFileSync(file, 'utf8'), file, 0).mutants.length
}
