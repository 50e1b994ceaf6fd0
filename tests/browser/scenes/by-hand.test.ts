import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { pathToFileURL } from 'node:url'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { until } from '../drivers/people.ts'

// An engine that lacks something the program cannot do without.
const TOO_OLD = `performance.setResourceTimingBufferSize = () => { throw new Error('too old') }`
const WORDS = `(() => {
  const words = document.getElementById('by-hand')
  return words === null || words.offsetHeight === 0 ? '' : words.innerText
})()`

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
  for (const part of [
    '/identity',
    'https://app.plex.tv/desktop',
    'https://plex.tv/claim',
    'Ist der Server verknüpft?',
  ])
    expect(words).toContain(part)
})

it('where it starts, these words are gone', async () => {
  const tab = await open(young)
  await until(tab, ({ heading }) => heading !== '')
  expect(await tab.read<string>(WORDS)).toBe('')
  expect(await tab.read<boolean>(`document.getElementById('by-hand') === null`)).toBe(true)
})
