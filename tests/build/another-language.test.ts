import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackWords } from '../../src/i18n/unpack-words.ts'
import { documentOf } from './document-of.ts'
import { pageKeepsItsPromises } from './page-promises.ts'
import { projectCopy } from './project-copy.ts'

const run = promisify(execFile)
/** Nobody speaks it. */
const INVENTED = 'qaa'

let copy: string
let html: string
let page: Document

/** As CONTRIBUTING.md says: a locale, a row in the list, and a catalog. Each message begins with a sign that English lacks. */
async function add(language: string): Promise<void> {
  const change = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const text = await readFile(join(copy, file), 'utf8')
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`${file} has no ${String(from)}`)
    await writeFile(join(copy, file), changed)
  }
  await change('lingui.config.ts', 'locales: [', `locales: ['${language}', `)
  await change(
    'src/i18n/languages.ts',
    '\n} as const',
    `\n  ${language}: { name: 'Atnevni', direction: 'rtl' },\n} as const`,
  )
  await change('src/i18n/catalogs.ts', /^/, `import { messages as ${language} } from './${language}.po'\n`)
  await change('src/i18n/catalogs.ts', 'Catalog> = {', `Catalog> = { ${language},`)
  const [head = '', ...entries] = (await readFile(join(copy, 'src/i18n/en.po'), 'utf8')).split('\n\n')
  const invented = entries.map((entry) => entry.replace('\nmsgstr "', '\nmsgstr "¿'))
  await writeFile(
    join(copy, `src/i18n/${language}.po`),
    [head.replace('Language: en', `Language: ${language}`), ...invented].join('\n\n'),
  )
}

beforeAll(async () => {
  copy = await projectCopy()
  await add(INVENTED)
  const { VITE_ACCOUNT_ORIGIN: _, ...environment } = process.env
  await run('npm', ['run', 'build'], { cwd: copy, env: environment })
  html = await readFile(join(copy, 'dist/Setup Plex.html'), 'utf8')
  page = documentOf(html)
}, 240_000)
afterAll(() => rm(copy, { recursive: true, force: true }))

const dataIn = (id: string): unknown => JSON.parse(page.getElementById(id)?.textContent ?? '')

describe('a page with one more language', () => {
  pageKeepsItsPromises(() => html)

  test('has all its words, behind everything that is read before', () => {
    const ids = Object.keys(dataIn('words-en') as object)
    const words = Object.values(unpackWords(dataIn(`words-${INVENTED}`), ids) ?? {})
    expect(words.length).toBeGreaterThan(500)
    expect(words.filter((message) => !JSON.stringify(message).includes('¿'))).toEqual([])
    const order = ['"app"', '"first-look"', '"words-en"', `"words-${INVENTED}"`]
    const places = order.map((id) => html.indexOf(`<script id=${id}`))
    expect(places.includes(-1)).toBe(false)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  test('keeps values apart from its words, because these are written from right to left', () => {
    const ids = Object.keys(dataIn('words-en') as object)
    const words = Object.values(unpackWords(dataIn(`words-${INVENTED}`), ids) ?? {})
    const withValues = words
      .map((message) => JSON.stringify(message))
      .filter((text) => /\["\w+"\]/.test(text))
    expect(withValues.length).toBeGreaterThan(50)
    for (const text of withValues) expect(text).toMatch(/"\u2068",\["\w+"\],"\u2069"/)
    expect(JSON.stringify(dataIn('words-en'))).not.toMatch(/[\u2068\u2069]/)
  })

  test('paints when its words are there', () => {
    expect(html.slice(html.lastIndexOf(`"words-${INVENTED}"`))).toContain(
      "<script>dispatchEvent(new Event('setup-plex:paint'))</script>",
    )
  })

  test('is no slower in front: of the words, only names of languages stand before the app', () => {
    const front = html.slice(0, html.indexOf('<script id="app"'))
    expect(front).not.toContain('\\u00bf')
    expect(gzipSync(front).length).toBeLessThanOrEqual(30_000)
  })
})
