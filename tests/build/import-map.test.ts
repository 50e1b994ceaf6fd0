import { beforeAll, describe, expect, test } from 'vitest'
import { lint } from './lint.ts'

const ROOMS = ['facts', 'screen', 'live', 'words', 'parts', 'pages'].map((room) => `wizard/${room}`)
const OF_THE_WIZARD = ['server', 'account', 'stamp', 'diagnosis', 'help', 'i18n', 'routes', 'lib', 'ui']

/** The import map of the README: what each folder may import besides itself. */
const MAY_IMPORT = {
  lib: [],
  ui: [],
  server: ['lib'],
  account: ['lib'],
  stamp: ['lib'],
  i18n: ['lib'],
  complaints: ['lib'],
  routes: ['lib', 'ui'],
  diagnosis: ['server', 'account', 'complaints', 'routes', 'lib', 'ui'],
  help: ['server', 'account', 'complaints', 'routes', 'lib', 'ui'],
  'wizard/facts': ['server', 'account', 'stamp', 'diagnosis', 'lib'],
  'wizard/screen': ['wizard/facts', 'server', 'account', 'stamp', 'diagnosis', 'lib'],
  'wizard/live': [
    'wizard/facts',
    'wizard/screen',
    'server',
    'account',
    'stamp',
    'diagnosis',
    'routes',
    'lib',
  ],
  'wizard/words': ['wizard/facts', 'wizard/screen', 'server', 'account', 'stamp', 'i18n', 'lib'],
  'wizard/parts': ['wizard/facts', 'wizard/screen', 'wizard/live', 'wizard/words', ...OF_THE_WIZARD],
  'wizard/pages': [
    'wizard/facts',
    'wizard/screen',
    'wizard/live',
    'wizard/words',
    'wizard/parts',
    ...OF_THE_WIZARD,
  ],
  app: [...ROOMS, 'routes', 'i18n', 'lib', 'ui'],
  painter: [...ROOMS, 'server', 'account', 'stamp', 'routes', 'i18n', 'lib', 'ui'],
  gallery: ['app', ...ROOMS, ...OF_THE_WIZARD],
  mocks: [],
  build: ['mocks', 'complaints', 'i18n'],
  cli: ['stamp', 'lib'],
  demo: ['cli', 'stamp', 'lib', 'mocks', 'build', 'install'],
  install: [],
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
  ['src/cli/a.ts', '../server/identity.ts', true],
  // In a browser a host that hides its answer is asked once more, and redirects are followed then.
  ['src/cli/b.ts', '../server/probe.ts', false],
  ['src/cli/f.ts', '../server/probe-once.ts', true],
  ['src/cli/h.ts', '../server/systems.ts', true],
  ['src/cli/c.ts', '../server/sweep.ts', false],
  ['src/cli/serve/a.ts', '../../account/qr-code.ts', true],
  ['src/cli/serve/b.ts', '../../account/note.ts', false],
  ['src/cli/d.ts', 'node:dgram', true],
  ['src/cli/find/a.ts', '../problem.ts', true],
  ['src/cli/find/b.ts', '../serve/hosts.ts', false],
  ['src/cli/find/c.ts', '../../lib/address.ts', true],
  ['src/cli/find/d.ts', '../../wizard/screen/screen.ts', false],
  ['src/cli/doctor/a.ts', '../../diagnosis/verdict.ts', true],
  ['src/cli/doctor/b.ts', '../../diagnosis/verdict-panel.tsx', false],
  ['src/cli/e.ts', 'valibot', false],
  ['src/cli/g.ts', 'commander', true],
  ['src/demo/a.ts', '../server/probe.ts', false],
  ['src/demo/b.ts', 'node:fs', true],
  ['src/install/a.ts', 'node:fs', true],
  ['src/wizard/a.ts', './screen/screen.ts', false],
  ['src/wizard/pages/a.ts', './missing-page.tsx', true],
  ['src/wizard/pages/b.ts', '../screen/screen.ts', true],
  ['src/wizard/live/c.ts', '../../main.tsx', false],
  ['src/wizard/live/d.ts', './../../app/app.tsx', false],
  ['src/wizard/live/e.ts', '../../../src/app/app.tsx', false],
  ['src/wizard/live/f.ts', '/src/app/app.tsx', false],
  ['src/wizard/live/g.ts', '../../../tests/stories/people.ts', false],
  ['src/wizard/live/h.ts', 'node:fs', false],
  ['src/wizard/live/i.ts', 'msw', false],
  ['src/wizard/live/j.ts', '@tanstack/react-query', true],
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
  ['tests/wizard/b.test.ts', '../../src/wizard/screen/screen.ts', true],
]

/** What main.tsx may take, statically; one file, so counted by line. */
const MAIN: readonly (readonly [statement: string, allowed: boolean])[] = [
  ["import { a } from './app/app.tsx'", true],
  ["import { b } from './lib/address.ts'", true],
  ["import { c } from './stamp/read-stamp.ts'", true],
  ["import { d } from './i18n/language.ts'", true],
  ["import { languageIn } from './routes/hash-place.ts'", true],
  ["import { useAt } from './routes/at.ts'", false],
  ["import './ui/theme.css'", true],
  ["await import('./mocks/browser.ts')", true],
  ["await import('./gallery/gallery.tsx')", true],
  ["import { f } from './mocks/browser.ts'", false],
  ["import type { g } from './mocks/browser.ts'", false],
  ["import * as h from './mocks/browser.ts'", false],
  ["import './mocks/browser.ts'", false],
  ["import { o } from './gallery/gallery.tsx'", false],
  ["import type { p } from './gallery/gallery.tsx'", false],
  ["import { i } from './wizard/screen/screen.ts'", false],
  ["import { j } from './server/probe.ts'", false],
  ["import { k } from './account/origin.ts'", false],
  ["import { l } from './ui/frame.tsx'", false],
  ["import { m } from './demo/demo.ts'", false],
  ["import { n } from './build/lingui-macros.ts'", false],
]

const IMPORTS = 'eslint(no-restricted-imports)'
const nameFor = (from: string, to: string, deep: boolean): string =>
  // A room of the wizard has no folders.
  `src/${from}/${deep && !from.includes('/') ? 'deep/' : ''}takes-${to.replace('/', '-')}.ts`
/** From a room of the wizard to the next one, or up to `src` and down again. */
const wayTo = (from: string, to: string, file: string): string =>
  from.includes('/') && to.includes('/')
    ? `../${to.split('/')[1]}`
    : `${'../'.repeat(file.split('/').length - 2)}${to}`

describe('the import map', () => {
  let fired: ReadonlyMap<string, string[]>
  beforeAll(async () => {
    const files = new Map<string, string>()
    for (const { from, to } of PAIRS) {
      for (const deep of [false, true]) {
        const name = nameFor(from, to, deep)
        files.set(name, FORMS(`${wayTo(from, to, name)}/some.ts`).join('\n'))
      }
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

  test('main.tsx starts the app and knows the pretend network and the gallery only by dynamic imports', () => {
    expect(findings('src/main.tsx')).toBe(MAIN.filter(([, allowed]) => !allowed).length)
  })
})
