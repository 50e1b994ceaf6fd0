import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { missingParts } from '../../../src/install/find-browser.mjs'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { until } from '../drivers/people.ts'

// An engine that lacks something the program cannot do without.
const TOO_OLD = `performance.setResourceTimingBufferSize = () => { throw new Error('too old') }`
const WORDS = `(() => {
  const words = document.getElementById('by-hand')
  return words === null || words.offsetHeight === 0 ? '' : words.innerText
})()`

const PARTS = [
  '/identity',
  'https://app.plex.tv/desktop',
  'https://plex.tv/claim',
  'Ist der Server verknüpft?',
]
const run = promisify(execFile)
const lacking = missingParts().plain

let old: Chromium
let young: Chromium

beforeAll(async () => {
  old = await openChromium({ beforePages: TOO_OLD })
  young = await openChromium()
})
afterAll(() => Promise.all([old.close(), young.close()]))

const open = (browser: Chromium): Promise<ChromiumTab> => browser.open(pathToFileURL(inject('realPage')).href)

it('where the program cannot start, the page says what to do by hand, in English and German', async () => {
  const tab = await open(old)
  await expect.poll(() => tab.read<string>(WORDS)).toContain('Is the server linked?')
  const words = await tab.read<string>(WORDS)
  for (const part of PARTS) expect(words).toContain(part)
})

it('where it starts, these words are gone', async () => {
  const tab = await open(young)
  await until(tab, ({ heading }) => heading !== '')
  expect(await tab.read<string>(WORDS)).toBe('')
  expect(await tab.read<boolean>(`document.getElementById('by-hand') === null`)).toBe(true)
})

if (lacking !== undefined)
  console.warn(`NOT RUN: the page in w3m and QtWebKit, for want of ${lacking.join(', ')}`)

it.skipIf(lacking !== undefined)('a text browser says the same', async () => {
  const { stdout } = await run('w3m', ['-dump', '-T', 'text/html', '-O', 'UTF-8', inject('realPage')])
  for (const part of PARTS) expect(stdout).toContain(part)
  expect(stdout).not.toContain('[[')
})

// An engine of 2012: it runs scripts, and knows neither modules nor the syntax of what comes next.
it.skipIf(lacking !== undefined)('so does QtWebKit, within a second or two', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-by-hand-'))
  try {
    const paper = join(folder, 'page.pdf')
    await run('wkhtmltopdf', [
      '--quiet',
      '--javascript-delay',
      '1500',
      pathToFileURL(inject('realPage')).href,
      paper,
    ])
    const { stdout } = await run('pdftotext', ['-raw', paper, '-'])
    for (const part of PARTS) expect(stdout).toContain(part)
    expect(stdout).not.toContain('[[')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
