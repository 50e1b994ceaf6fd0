import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startHost, type PretendHost } from '../../../src/mocks/http-host.ts'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { look, MACHINE, openedTab, startAfresh, until } from '../drivers/people.ts'
import { withAppOnCall } from '../network/without-app.ts'

// What is painted in front of the app, and what happens to it when the app comes.

let browser: Chromium
let html: string
let folder: string
let host: PretendHost
let web: PretendHost

const HOUR_MS = 3_600_000
/** Keeps the names of the screens that were painted, in their order. */
const NOTES_SCREENS = `
  window.screensPainted = []
  new MutationObserver(() => {
    const { screen } = document.documentElement?.dataset ?? {}
    if (screen !== undefined && screen !== window.screensPainted.at(-1)) window.screensPainted.push(screen)
  }).observe(document, { attributes: true, attributeFilter: ['data-screen'], subtree: true })
`
const FOCUSED = 'document.activeElement?.dataset.action ?? document.activeElement?.tagName'

beforeAll(async () => {
  browser = await openChromium({ beforePages: NOTES_SCREENS })
  html = withAppOnCall(await readFile(inject('demoPage'), 'utf8'))
  folder = await mkdtemp(join(tmpdir(), 'setup-plex-painted-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  host = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
  web = await startHost({ behaviour: 'printer', page: () => pageOf() })
})
afterEach(async () => {
  await startAfresh(browser)
  await Promise.all([host.stop(), web.stop()])
})

function pageOf(): string {
  const server = { machineIdentifier: MACHINE, friendlyName: 'Attic NAS', addresses: [host.origin] }
  return filledPage(html, { format: 1, writtenAt: new Date(Date.now() - HOUR_MS).toISOString(), server })
}

/** The page with a picture on it, until the test calls the app. */
async function painted(stage: string, hash = ''): Promise<ChromiumTab> {
  const tab = await browser.open(`${web.origin}/setup${hash}`)
  await expect.poll(() => look(tab)).toMatchObject({ stage, painted: true })
  return tab
}

async function callApp(tab: ChromiumTab, stage: string): Promise<void> {
  await expect
    .poll(async () => {
      await tab.run(`dispatchEvent(new Event('test:start-app'))`)
      return tab.read('document.documentElement.dataset.look')
    })
    .toBe('app')
  await until(tab, stage)
}

async function pictureOf(tab: ChromiumTab): Promise<Buffer> {
  const file = join(folder, 'picture.png')
  // Whatever moves has come to rest.
  await tab.run('Promise.all(document.getAnimations().map((each) => each.finish()))').catch(() => undefined)
  await tab.screenshot(file)
  return readFile(file)
}

describe.each([
  [320, 700],
  [800, 900],
  [1366, 640],
])('at %d × %d', (width, height) => {
  it('nothing moves when the app takes over', async () => {
    const tab = await browser.open('about:blank')
    await tab.size(width, height)
    await tab.goTo(`${web.origin}/setup`)
    await expect.poll(async () => (await look(tab)).stage).toBe('unclaimed')
    const before = await pictureOf(tab)
    await callApp(tab, 'unclaimed')
    expect((await pictureOf(tab)).equals(before)).toBe(true)
  })
})

it('the state is told before the app has started, to people and to programs', async () => {
  const tab = await painted('unclaimed')
  const seen = await look(tab)
  expect(seen).toMatchObject({ screen: 'unclaimed', server: MACHINE })
  expect(seen.title).toBe(`${seen.heading} · Setup Plex`)
  expect(await tab.read(`document.querySelector('[data-action=sign-in]').href`)).toContain(MACHINE)
})

it('a server that answers at once is never looked for', async () => {
  // A busy computer may need too long for it now and then.
  const seen: unknown[] = []
  for (let time = 0; time < 8 && !seen.includes('unclaimed'); time++) {
    const tab = await painted('unclaimed')
    seen.push(await tab.read(`window.screensPainted.join(', ')`))
    await tab.close()
  }
  expect(seen).toContain('unclaimed')
})

it('one that takes its time is looked for soon', async () => {
  await host.become('slow-headers')
  const tab = await painted('looking')
  expect(await tab.read('window.screensPainted')).toEqual(['looking'])
})

it('the focus stays on the sign-in link, an open row stays open, and nobody is asked a second time', async () => {
  const tab = await painted('unclaimed')
  await tab.run(`{
    document.querySelector('main details:last-of-type').open = true
    document.querySelector('[data-action=sign-in]').focus()
  }`)
  const asked = host.requests().length
  expect(asked).toBe(1)
  await callApp(tab, 'unclaimed')
  expect(await tab.read(FOCUSED)).toBe('sign-in')
  expect(await tab.read(`document.querySelector('main details:last-of-type').open`)).toBe(true)
  expect(host.requests().length).toBe(asked)
})

it('a question that is still open at the take-over is not asked again', async () => {
  await host.become('slow-headers')
  const tab = await painted('looking')
  await callApp(tab, 'looking')
  expect(host.requests().length).toBe(1)
})

it('what was typed before the app came is still there', async () => {
  await host.become('slow-headers')
  const tab = await painted('looking')
  await tab.run(`{
    const field = document.querySelector('input[name=address]')
    field.closest('details').open = true
    field.focus()
    field.value = '127.0.0.1:1'
  }`)
  await callApp(tab, 'looking')
  expect(await tab.read(`document.querySelector('input[name=address]').value`)).toBe('127.0.0.1:1')
  expect(await tab.read('document.activeElement?.name')).toBe('address')
  // The app knows of it as well, so that it outlives the screen.
  await until(tab, 'missing')
  expect(await tab.read(`document.querySelector('input[name=address]').value`)).toBe('127.0.0.1:1')
})

it('who signs in from the picture is waited for', async () => {
  const tab = await painted('unclaimed')
  const before = await browser.tabs()
  await tab.click('[data-action=sign-in]')
  await (await openedTab(browser, before)).close()
  await callApp(tab, 'confirming')
})

it('who comes back finds the waiting painted', async () => {
  const tab = await painted('unclaimed')
  const before = await browser.tabs()
  await tab.click('[data-action=sign-in]')
  await (await openedTab(browser, before)).close()
  await tab.reload()
  await expect.poll(async () => (await look(tab)).stage).toBe('confirming')
  expect((await look(tab)).painted).toBe(true)
  await callApp(tab, 'confirming')
})

it('what no picture tells right is left to the app', async () => {
  await host.become('another-machine')
  const tab = await browser.open(`${web.origin}/setup`)
  await callApp(tab, 'stranger')
  expect(host.requests().length).toBe(1)
})
