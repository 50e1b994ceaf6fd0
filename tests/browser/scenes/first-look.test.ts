import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { startHost, type PretendHost } from '../../../src/mocks/http-host.ts'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { MACHINE, until } from '../drivers/people.ts'
import { withoutApp } from '../network/without-app.ts'

let browser: Chromium
let html: string
let host: PretendHost
/** Serves the page, by itself and in a frame. */
let web: PretendHost

const AROUND = `<!doctype html><html lang="en"><title>A page around it</title><iframe title="it" src="/setup?inner"></iframe>`
const HAS_DRAWN = `document.getElementById('root').childElementCount > 0`
const WORDS = `document.getElementById('by-hand').offsetHeight > 0`

beforeAll(async () => {
  browser = await openChromium()
  html = withoutApp(await readFile(inject('demoPage'), 'utf8'))
})
afterAll(() => browser.close())
beforeEach(async () => {
  host = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
  const server = { machineIdentifier: MACHINE, addresses: [host.origin] }
  const page = filledPage(html, { format: 1, server })
  web = await startHost({ behaviour: 'printer', page: () => page })
})
afterEach(() => Promise.all([host.stop(), web.stop()]))

async function open(): Promise<ChromiumTab> {
  const tab = await browser.open(`${web.origin}/setup`)
  await until(tab, 'unclaimed')
  expect(await tab.read('document.documentElement.dataset.look')).toBe('first')
  expect(await tab.read<boolean>(WORDS)).toBe(false)
  return tab
}

it('an app that only took very long takes the place of the first look, which asks nobody any more', async () => {
  const tab = await open()
  await tab.run(`window.dispatchEvent(new Event('setup-plex:take-over'))`)
  expect(await tab.read<boolean>(HAS_DRAWN)).toBe(false)
  const asked = host.requests().length
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  expect(host.requests().length).toBe(asked)
})

it('the first look speaks the language that is chosen, at once', async () => {
  const tab = await open()
  await tab.run(`{
    const [language] = document.querySelectorAll('select')
    language.value = 'de'
    language.dispatchEvent(new Event('change', { bubbles: true }))
  }`)
  await until(tab, ({ text }) => text.includes('Anmelden'))
  expect(await tab.read('document.documentElement.lang')).toBe('de')
})

it('the first look goes on waiting after a reload', async () => {
  const tab = await open()
  await tab.run(`document.querySelector('[data-action=sign-in]').removeAttribute('href')`)
  await tab.click('[data-action=sign-in]')
  await until(tab, 'confirming')
  await tab.reload()
  await until(tab, 'confirming')
  await host.become('claimed')
  await until(tab, 'claimed')
})

it('in a frame the first look draws nothing, and the words to do by hand stay', async () => {
  const around = await startHost({
    behaviour: 'printer',
    page: () => AROUND.replace('/setup?inner', `${web.origin}/setup`),
  })
  try {
    const inside = await (await browser.open(`${around.origin}/setup`)).inside()
    await expect.poll(() => inside.read<boolean>(WORDS)).toBe(true)
    expect(await inside.read<boolean>(HAS_DRAWN)).toBe(false)
  } finally {
    await around.stop()
  }
})
