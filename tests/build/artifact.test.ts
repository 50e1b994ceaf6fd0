import { gzipSync } from 'node:zlib'
import { execFile } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesIn } from './documents.ts'
import { DEMO_ACCOUNT, pageKeepsItsPromises, REAL_ACCOUNT } from './page-promises.ts'
import { projectCopy } from './project-copy.ts'

const run = promisify(execFile)
const PAGE = 'Setup Plex.html'

type Built = { readonly files: readonly string[]; readonly html: string; readonly said: string }

/** What stands in an environment for other reasons, and would each change the page if anything listened to it. */
const ELSEWHERE = {
  NODE_ENV: 'test',
  MODE: 'development',
  DEV: 'true',
  VITE_USER_NODE_ENV: 'development',
  VITE_PAGE_VERSION: '9.9.9-stray',
  LINGUI_CONFIG: '/nowhere/lingui.config.js',
}

let copy: string
let production: Built
let demo: Built

/** The page as `npm run build` makes it where this stands in the environment. */
async function built(environment: Readonly<Record<string, string>>): Promise<Built> {
  const { VITE_ACCOUNT_ORIGIN: _, ...own } = process.env
  const { stdout, stderr } = await run('npm', ['run', 'build'], {
    cwd: copy,
    env: { ...own, ...environment },
  })
  return {
    said: stdout + stderr,
    files: await readdir(join(copy, 'dist'), { recursive: true }),
    html: await readFile(join(copy, 'dist', PAGE), 'utf8'),
  }
}

beforeAll(async () => {
  copy = await projectCopy()
  for (const name of ['.env.local', '.env.production.local'])
    await writeFile(
      join(copy, name),
      `NODE_ENV=development\nVITE_ACCOUNT_ORIGIN=http://from-a-file.example\n`,
    )
  production = await built(ELSEWHERE)
  demo = await built({ ...ELSEWHERE, VITE_ACCOUNT_ORIGIN: DEMO_ACCOUNT })
}, 240_000)
afterAll(() => rm(copy, { recursive: true, force: true }))

describe.each(['production', 'demo'] as const)('the %s page, built with NODE_ENV=test', (kind) => {
  test('is one file', () => {
    expect((kind === 'demo' ? demo : production).files).toEqual([PAGE])
  })
  pageKeepsItsPromises(() => (kind === 'demo' ? demo : production).html)
})

test('a build says what it made, and warns of nothing that nobody has to do anything about', () => {
  expect(production.said).toContain(PAGE)
  // As the bundler writes its warnings: [TOLERATED_TRANSFORM].
  expect(production.said).not.toMatch(/\[[A-Z]+(_[A-Z]+)+\]|warning/i)
})

test('the production page knows the real account only, whatever a local file says', () => {
  expect(production.html.includes(REAL_ACCOUNT)).toBe(true)
  expect(production.html.includes(DEMO_ACCOUNT)).toBe(false)
  expect(production.html.includes('from-a-file')).toBe(false)
})

const SHEETS = filesIn('src').flatMap((file) => /([a-z-]+)\.module\.css$/.exec(file)?.slice(1) ?? [])
/** As `src/build/class-names.ts` calls them. */
const CLASS = `[a-zA-Z]+-(?:${SHEETS.join('|')})`

test('the first look has its looks from the styles of the page', () => {
  const [, firstLook = ''] = /<script id="first-look"[^>]*>([^]*?)<\/script>/.exec(production.html) ?? []
  const [, styles = ''] = /<style[^>]*>([^]*?)<\/style>/.exec(production.html) ?? []
  const classes = new Set(firstLook.match(new RegExp(`(?<=\`)${CLASS}(?=\`)`, 'g')))
  expect(classes.size).toBeGreaterThan(20)
  expect([...classes].filter((name) => !styles.includes(name))).toEqual([])
})

test('so do the pictures in front of the app, which are few and short', () => {
  const [, pictures = ''] = /<script id="pictures"[^>]*>([^]*?)<\/script>/.exec(production.html) ?? []
  const [, styles = ''] = /<style[^>]*>([^]*?)<\/style>/.exec(production.html) ?? []
  expect(Object.keys(JSON.parse(pictures) as object).length).toBeGreaterThan(3)
  const classes = new Set(pictures.match(new RegExp(`(?<="class":")${CLASS}(?=")`, 'g')))
  expect(classes.size).toBeGreaterThan(20)
  expect([...classes].filter((name) => !styles.includes(name))).toEqual([])
})

test('the server is asked and painted before a browser has read the app', () => {
  const { html } = production
  const places = [
    'id="setup-stamp"',
    'setup-plex:start-app',
    'setup-plex:paint',
    '<style',
    '<body',
    'id="root"',
  ]
  const order = [
    ...places,
    'id="pictures"',
    "dispatchEvent(new Event('setup-plex:paint'))",
    'id="app"',
    'id="first-look"',
  ].map((part) => html.indexOf(part))
  expect(order.includes(-1)).toBe(false)
  expect(order).toEqual([...order].sort((one, other) => one - other))
})

test('what stands before the app is 30 kB at most, and all behind it is ASCII', () => {
  const at = production.html.indexOf('<script id="app"')
  expect(gzipSync(production.html.slice(0, at)).length).toBeLessThanOrEqual(30_000)
  expect(/[^\0-\x7f]/.exec(production.html.slice(at))?.[0]).toBeUndefined()
})

test('the demo page knows the demo account only', () => {
  expect(demo.html.includes(DEMO_ACCOUNT)).toBe(true)
  expect(demo.html.includes('app.plex.tv')).toBe(false)
})

test('nothing else in the environment changes a letter of the page', { timeout: 120_000 }, async () => {
  const again = await built({ NODE_ENV: 'production' })
  expect(again.html === production.html).toBe(true)
})
