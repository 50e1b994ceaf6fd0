// @vitest-environment node
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate, type ConfigData } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sizeOf } from '../../../src/build/release/index-page.ts'
import { htmlOf } from '../../../src/build/release/markdown.ts'
import { sumOf } from '../../../src/build/release/sums.ts'
import { sumAgain, writeIndex } from '../../../src/build/release/write-index.ts'
import { documentOf } from '../document-of.ts'
import { textOf } from '../documents.ts'

const ABOUT = {
  version: '1.2.3',
  changes: '- One & all, `--out` <file>.\n- **Two**, see [there](docs/a.md),\n  at last.\n\nAnd so on.',
  files: [
    { path: 'Setup Plex.html', what: 'The page' },
    { path: 'notes.txt', what: 'What is new' },
  ],
  checks: ['It was built twice.'],
  gaps: ['The command for Debian: there is no "npm run deb".'],
}

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setup-plex-index-'))
  writeFileSync(join(folder, 'Setup Plex.html'), 'a page')
  writeFileSync(join(folder, 'notes.txt'), 'notes')
  await writeIndex(folder, ABOUT)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const page = (): string => readFileSync(join(folder, 'index.html'), 'utf8')
const sums = (): string => readFileSync(join(folder, 'SHA256SUMS'), 'utf8')

test('the index links each file under its name, with size and sum', () => {
  const links = [...documentOf(page()).querySelectorAll('a')]
  expect(links.map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))).toEqual([
    'Setup Plex.html',
    'notes.txt',
    'SHA256SUMS',
  ])
  const words = documentOf(page()).body.textContent
  for (const part of [sumOf('a page'), 'The page, 6 bytes', ...ABOUT.checks, ...ABOUT.gaps])
    expect(words).toContain(part)
})

test('the index is right HTML, and refers to nothing outside its folder', async () => {
  const rules = JSON.parse(textOf('.htmlvalidate.json')) as ConfigData
  const { results } = await new HtmlValidate(rules).validateString(page())
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  expect(page()).not.toMatch(/https?:|=.?\/\/|@import|url\(|<script|<img/)
  const [, style = ''] = /<style>([^]*)<\/style>/.exec(page()) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(page()).toContain(`style-src 'sha256-${hash}'`)
})

test('what is missing stands on top, and is not there where nothing is missing', async () => {
  const headings = () => [...documentOf(page()).querySelectorAll('h2')].map(({ textContent }) => textContent)
  expect(headings()[0]).toBe('What is missing')
  await writeIndex(folder, { ...ABOUT, gaps: [] })
  expect(headings()).not.toContain('What is missing')
  await writeIndex(folder, ABOUT)
})

test('the list of sums has every file but itself and its signature', async () => {
  writeFileSync(join(folder, 'SHA256SUMS.asc'), 'signed')
  await writeIndex(folder, ABOUT)
  expect(sums().match(/ {2}.*$/gm)).toEqual([
    '  Setup Plex.html',
    '  index.html',
    '  notes.txt',
    '  release.json',
  ])
})

test('a file that was signed meanwhile gets its new sum everywhere', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'notes, signed')
  await sumAgain(folder)
  const sum = sumOf('notes, signed')
  expect(page()).toContain(sum)
  expect(readFileSync(join(folder, 'release.json'), 'utf8')).toContain(sum)
  expect(sums()).toContain(`${sumOf(page())}  index.html\n`)
  expect(sums()).toContain(`${sum}  notes.txt\n`)
  await expect(sumAgain(join(folder, 'nowhere'))).rejects.toThrow('There is no release in')
})

test('the notes are shown as what they are, and nothing in them becomes an element', () => {
  expect(htmlOf(ABOUT.changes)).toBe(
    '<ul>\n<li>One &#38; all, <code>--out</code> &#60;file&#62;.</li>\n' +
      '<li><strong>Two</strong>, see there, at last.</li>\n</ul>\n<p>And so on.</p>',
  )
  expect(htmlOf('## More\n\nWords.\n\n- A.')).toBe('<h3>More</h3>\n<p>Words.</p>\n<ul>\n<li>A.</li>\n</ul>')
})

test.each([
  [999, '999 bytes'],
  [1_404_101, '1.4 MB'],
  [223_308, '223 kB'],
])('%i bytes are %s', (bytes, size) => {
  expect(sizeOf(bytes)).toBe(size)
})
