import { beforeAll, describe, expect, test } from 'vitest'
import { lint } from './lint.ts'

/** The import map: what each folder may import besides itself. */
const MAY_IMPORT = {
  lib: [],
  ui: [],
  server: ['lib'],
  account: ['lib'],
  stamp: ['lib'],
  i18n: ['lib'],
  diagnosis: ['server', 'account', 'lib', 'ui'],
  help: ['server', 'account', 'lib', 'ui'],
  wizard: ['server', 'account', 'stamp', 'diagnosis', 'help', 'i18n', 'lib', 'ui'],
  app: ['wizard', 'i18n', 'lib', 'ui'],
  mocks: [],
  build: ['mocks'],
  command: ['stamp', 'lib'],
  cli: ['command', 'stamp', 'lib', 'mocks', 'build'],
  'not-on-the-map': [],
} as const satisfies Record<string, readonly string[]>

type Folder = keyof typeof MAY_IMPORT
const FOLDERS = Object.keys(MAY_IMPORT) as Folder[]
const PAIRS = FOLDERS.flatMap((from) =>
  FOLDERS.filter((to) => to !== from).map((to) => ({
    from,
    to,
    allowed: (MAY_IMPORT[from] as readonly string[]).includes(to),
  })),
)

/** Every way to take something from another file. */
const FORMS = (path: string): string[] => [
  `import type { A } from '${path}'`,
  `import { b } from '${path}'`,
  `import * as c from '${path}'`,
  `import '${path}'`,
  `export { d } from '${path}'`,
  `export * from '${path}'`,
  `export const e = () => import('${path}')`,
]

/** One import each, besides the pairs of folders. */
const SINGLES: readonly (readonly [file: string, path: string, allowed: boolean])[] = [
  ['src/app/a.ts', '../account/origin.ts', true],
  ['src/app/b.ts', '../account/note.ts', false],
  ['src/app/c.ts', '../server/identity.ts', false],
  ['src/command/a.ts', '../server/identity.ts', true],
  ['src/command/b.ts', '../server/probe.ts', true],
  ['src/command/c.ts', '../server/sweep.ts', false],
  ['src/command/d.ts', 'node:dgram', true],
  ['src/command/find/a.ts', '../problem.ts', true],
  ['src/command/find/b.ts', '../serve/hosts.ts', false],
  ['src/command/find/c.ts', '../../lib/address.ts', true],
  ['src/command/find/d.ts', '../../wizard/stage.ts', false],
  ['src/command/e.ts', 'valibot', false],
  ['src/cli/b.ts', '../server/probe.ts', false],
  ['src/cli/c.ts', 'node:fs', true],
  ['src/wizard/a.ts', './stage.ts', true],
  ['src/wizard/pages/b.ts', '../stage.ts', true],
  ['src/wizard/c.ts', '../main.tsx', false],
  ['src/wizard/d.ts', './../app/app.tsx', false],
  ['src/wizard/e.ts', '../../src/app/app.tsx', false],
  ['src/wizard/f.ts', '/src/app/app.tsx', false],
  ['src/wizard/g.ts', '../../tests/stories/people.ts', false],
  ['src/wizard/h.ts', 'node:fs', false],
  ['src/wizard/i.ts', 'msw', false],
  ['src/wizard/j.ts', '@tanstack/react-query', true],
  ['src/lib/a.ts', 'react', true],
  ['src/lib/b.ts', 'valibot', true],
  ['src/lib/c.ts', '@tanstack/react-query', false],
  ['src/lib/d.ts', './address.ts', true],
  ['src/ui/a.tsx', 'react', true],
  ['src/ui/b.tsx', './a.module.css', true],
  ['src/ui/c.tsx', 'valibot', false],
  ['src/ui/d.tsx', '@lingui/react', false],
  ['src/ui/e.tsx', '@tanstack/react-query', false],
  ['src/mocks/a.ts', 'msw', true],
  ['src/mocks/b.ts', 'node:http', true],
  ['src/mocks/c.ts', './network.ts', true],
  ['tests/wizard/a.test.ts', '../../src/mocks/network.ts', true],
  ['tests/wizard/b.test.ts', '../../src/wizard/stage.ts', true],
]

/** What main.tsx may take, statically; one file, so counted by line. */
const MAIN: readonly (readonly [statement: string, allowed: boolean])[] = [
  ["import { a } from './app/app.tsx'", true],
  ["import { b } from './lib/address.ts'", true],
  ["import { c } from './stamp/read-stamp.ts'", true],
  ["import { d } from './i18n/language.ts'", true],
  ["import './ui/theme.css'", true],
  ["await import('./mocks/browser.ts')", true],
  ["import { f } from './mocks/browser.ts'", false],
  ["import type { g } from './mocks/browser.ts'", false],
  ["import * as h from './mocks/browser.ts'", false],
  ["import './mocks/browser.ts'", false],
  ["import { i } from './wizard/stage.ts'", false],
  ["import { j } from './server/probe.ts'", false],
  ["import { k } from './account/origin.ts'", false],
  ["import { l } from './ui/frame.tsx'", false],
  ["import { m } from './cli/demo.ts'", false],
  ["import { n } from './build/lingui-macros.ts'", false],
]

const IMPORTS = 'eslint(no-restricted-imports)'
const nameFor = (from: string, to: string, deep: boolean): string =>
  `src/${from}/${deep ? 'deep/' : ''}takes-${to}.ts`

describe('the import map', () => {
  let fired: ReadonlyMap<string, string[]>
  beforeAll(async () => {
    const files = new Map<string, string>()
    for (const { from, to } of PAIRS) {
      files.set(nameFor(from, to, false), FORMS(`../${to}/some.ts`).join('\n'))
      files.set(nameFor(from, to, true), FORMS(`../../${to}/some.ts`).join('\n'))
    }
    for (const [file, path] of SINGLES) files.set(file, `import type { A } from '${path}'`)
    files.set('src/main.tsx', MAIN.map(([statement]) => statement).join('\n'))
    fired = await lint(files)
  }, 60_000)

  const findings = (file: string): number => fired.get(file)?.filter((rule) => rule === IMPORTS).length ?? -1

  test.each(PAIRS)('$from takes from $to: $allowed', ({ from, to, allowed }) => {
    const expected = allowed ? 0 : FORMS('').length
    expect(findings(nameFor(from, to, false))).toBe(expected)
    expect(findings(nameFor(from, to, true))).toBe(expected)
  })

  test.each(SINGLES)('%s takes %s: %s', (file, _path, allowed) => {
    expect(findings(file)).toBe(allowed ? 0 : 1)
  })

  test('main.tsx starts the app and knows the pretend network only by a dynamic import', () => {
    expect(findings('src/main.tsx')).toBe(MAIN.filter(([, allowed]) => !allowed).length)
  })
})
