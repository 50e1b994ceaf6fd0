import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { lint } from './lint.ts'

const GLOBALS = 'eslint(no-restricted-globals)'
const PROPERTIES = 'eslint(no-restricted-properties)'

/** Code that must be found, and by which rule. */
const OFFENCES: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['src/server/a.ts', "export const a = () => fetch('/')", GLOBALS],
  ['src/server/b.ts', "export const b = () => window.fetch('/')", GLOBALS],
  ['src/server/c.ts', "export const c = () => globalThis.fetch('/')", GLOBALS],
  ['src/server/d.ts', "export const d = globalThis['fetch']", GLOBALS],
  ['src/server/e.ts', 'export const { fetch: e } = window', PROPERTIES],
  ['src/server/f.ts', 'export const f = new XMLHttpRequest()', GLOBALS],
  ['src/server/g.ts', "export const g = navigator.sendBeacon('/')", PROPERTIES],
  ['src/lib/h.ts', "export const h = localStorage.getItem('h')", GLOBALS],
  ['src/lib/i.ts', "export const i = window.sessionStorage.getItem('i')", GLOBALS],
  ['src/lib/http.ts', "export const j = localStorage.getItem('j')", GLOBALS],
  ['src/lib/storage.ts', "export const k = fetch('/')", GLOBALS],
  [
    'src/ui/a.tsx',
    "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />",
    'react(no-danger)',
  ],
  ['src/ui/b.tsx', "export const B = () => <p style={{ color: 'red' }} />", 'react(forbid-dom-props)'],
  [
    'src/ui/c.tsx',
    "import { Panel } from './panel.tsx'\nexport const C = () => <Panel style={{ color: 'red' }} />",
    'react(forbid-component-props)',
  ],
  ['src/ui/d.tsx', "document.body.innerHTML = ''", PROPERTIES],
  ['src/ui/e.tsx', "document.write('')", PROPERTIES],
  ['src/ui/f.tsx', 'export default function F() { return null }', 'import(no-default-export)'],
  ['src/ui/g.tsx', 'export const G = () => <img />', 'jsx-a11y(alt-text)'],
  [
    'src/ui/h.tsx',
    "import { useState } from 'react'\nexport const H = (p: { x: boolean }) => { if (p.x) useState(0); return null }",
    'react-hooks(rules-of-hooks)',
  ],
  ['src/ui/i.tsx', "export * from './panel.tsx'", 'oxc(no-barrel-file)'],
  ['src/ui/panel.tsx', 'export const Panel = (p: { style: object }) => String(p.style)', ''],
  [
    'src/app/cycle-a.ts',
    "import { b } from './cycle-b.ts'\nexport const a = (): string => b()",
    'import(no-cycle)',
  ],
  [
    'src/app/cycle-b.ts',
    "import { a } from './cycle-a.ts'\nexport const b = (): string => a()",
    'import(no-cycle)',
  ],
  ['src/app/cycle-c.ts', "import type { D } from './cycle-d.ts'\nexport type C = D | 1", 'import(no-cycle)'],
  [
    'src/app/cycle-d.ts',
    "import type { C } from './cycle-c.ts'\nexport type D = { c: C }",
    'import(no-cycle)',
  ],
  ['src/app/a.ts', "console.log('')", 'eslint(no-console)'],
  ['src/app/b.ts', "alert('')", 'eslint(no-alert)'],
  ['src/app/c.ts', "eval('')", 'eslint(no-eval)'],
  ['src/app/d.ts', "export const d = new Function('')", 'eslint(no-new-func)'],
  ['src/app/e.ts', "setTimeout('')", 'eslint(no-implied-eval)'],
  ['src/app/f.ts', 'export const f = (x: any) => x as unknown', 'typescript(no-explicit-any)'],
  ['src/app/g.ts', 'Promise.resolve(1)', 'typescript(no-floating-promises)'],
  [
    'src/app/h.ts',
    "window.addEventListener('x', async () => Promise.resolve())",
    'typescript(no-misused-promises)',
  ],
  [
    'src/app/i.ts',
    "import { type I } from './i-type.ts'\nexport const i = (x: I) => { switch (x) { case 'a': return 1 } return 2 }",
    'typescript(switch-exhaustiveness-check)',
  ],
  ['src/app/i-type.ts', "export type I = 'a' | 'b'", ''],
  [
    'src/app/j.ts',
    "import { I } from './i-type.ts'\nexport const j = (x: I) => x",
    'typescript(consistent-type-imports)',
  ],
  [
    'src/app/k.ts',
    "export const k = (x: import('./i-type.ts').I) => x",
    'typescript(consistent-type-imports)',
  ],
  ['src/ui/j.tsx', "import { Panel } from './panel'\nexport const j = Panel", 'import(extensions)'],
  ['src/app/l.ts', "import './i-type.ts'", 'import(no-unassigned-import)'],
]

/** Code that the same rules must leave alone. */
const FINE: readonly (readonly [file: string, code: string])[] = [
  ['src/lib/http.ts', "export const a = fetch('/')"],
  ['src/lib/storage.ts', "export const b = window.localStorage.getItem('b')"],
  ['src/mocks/a.ts', "export const c = fetch('/')\nconsole.log(localStorage.length, c instanceof Promise)"],
  ['src/demo/a.ts', "console.log('')"],
  ['tests/app/a.test.ts', "export const e = fetch('/')"],
  ['vite.config.ts', 'export default {}'],
  ['src/app/theme.ts', "import './theme.css'\nexport const f = 1"],
  [
    'src/app/g.ts',
    "export const g = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; case 'b': return 2 } }",
  ],
]

let offences: ReadonlyMap<string, string[]>
let fine: ReadonlyMap<string, string[]>
beforeAll(async () => {
  offences = await lint(new Map(OFFENCES.map(([file, code]) => [file, `${code}\n`])))
  fine = await lint(new Map(FINE.map(([file, code]) => [file, `${code}\n`])))
}, 60_000)

test.each(OFFENCES.filter(([, , rule]) => rule !== ''))('%s: %s', (file, _code, rule) => {
  expect(offences.get(file)).toContain(rule)
})

test.each(FINE)('%s may say: %s', (file) => {
  expect(fine.get(file)).toEqual([])
})

// The linter's rule against barrels lets `export { x } from` through. A stand-in for a package passes on another.
test('no file in src passes on what another file exports', async () => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url))
  const names = await readdir(src, { recursive: true })
  const barrels = await Promise.all(
    names
      .filter((name) => /\.(tsx?|m[jt]s)$/.test(name) && !name.startsWith('first-look/stand-ins/'))
      .map(async (name) =>
        /^export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s*)?from\b/m.test(await readFile(src + name, 'utf8'))
          ? [name]
          : [],
      ),
  )
  expect(barrels.flat()).toEqual([])
})
