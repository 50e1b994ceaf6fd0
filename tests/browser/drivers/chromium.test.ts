import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listenerFor, originOf, type Listener } from '../../../src/mocks/listener.ts'
import { openChromium, type Chromium } from './chromium.ts'
import type { ChromiumTab } from './chromium-tab.ts'
import { openedTab } from './people.ts'

/** A pop-up that does everything in its first line. */
const POP_UP = `<!doctype html><script>
  window.atFirst = {
    before: window.before,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    focus: document.hasFocus(),
  }
  void fetch('/asked-at-once')
  console.warn('said at once')
  throw new Error('thrown at once')
</script>`

const BUTTON = `<button onclick="document.title = 'pressed'">Press</button>`
const FIELD = `<input oninput="document.title = this.value">`

let server: Listener
let browser: Chromium
let origin: string

beforeAll(async () => {
  const type = { 'content-type': 'text/html' }
  server = listenerFor(
    ({ url }, response) => response.writeHead(200, type).end(url === '/pop-up' ? POP_UP : '<!doctype html>'),
    0,
    '127.0.0.1',
  )
  await server.open()
  origin = originOf('127.0.0.1', server.port())
  browser = await openChromium({ colours: 'dark', beforePages: `window.before = 'here'`, patienceMs: 1_000 })
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

/** A tab with this in its body. */
async function showing(html: string): Promise<ChromiumTab> {
  const tab = await browser.open(origin)
  await tab.run(`document.body.innerHTML = ${JSON.stringify(html)}`)
  return tab
}

describe('a press', () => {
  it.concurrent.each([
    ['is covered', `${BUTTON}<div style="position: fixed; inset: 0"></div>`],
    ['is hidden', `<div style="visibility: hidden">${BUTTON}</div>`],
    ['has no size', `<details><summary>More</summary>${BUTTON}</details>`],
    ['is disabled', BUTTON.replace('<button', '<button disabled')],
    ['is not there', ''],
  ])('does not reach what %s', async (_how, html) => {
    const tab = await showing(html)
    await expect(tab.click('button')).rejects.toThrow('Nothing to click: button')
    expect(await tab.read('document.title')).toBe('')
  })

  it.each([
    ['is there', BUTTON],
    ['is out of view', `<div style="height: 3000px"></div>${BUTTON}`],
    ['has its words in elements', BUTTON.replace('Press', '<b>Press</b>')],
  ])('reaches what %s', async (_how, html) => {
    const tab = await showing(html)
    await tab.click('button')
    expect(await tab.read('document.title')).toBe('pressed')
  })

  it('waits for what comes to light', async () => {
    const tab = await showing(`${BUTTON}<div style="position: fixed; inset: 0"></div>`)
    await tab.run(`setTimeout(() => document.querySelector('div').remove(), 300)`)
    await tab.click('button')
    expect(await tab.read('document.title')).toBe('pressed')
  })
})

describe('typing', () => {
  it('puts its words in the place of those that were there', async () => {
    const tab = await showing(FIELD.replace('<input', '<input value="192.168.1.1"'))
    await tab.type('input', 'nas')
    expect(await tab.read('document.title')).toBe('nas')
  })

  it.concurrent.each(['readonly', 'disabled', 'hidden'])('does not reach a field that is %s', async (how) => {
    const tab = await showing(FIELD.replace('<input', `<input ${how}`))
    await expect(tab.type('input', 'nas')).rejects.toThrow('Nothing to fill in: input')
    expect(await tab.read('document.querySelector("input").value')).toBe('')
  })
})

it('prepares what a page opens, and hears it, from its first line', async () => {
  const tab = await showing(`<a href="/pop-up" target="_blank">More</a>`)
  const before = await browser.tabs()
  await tab.click('a')
  const popUp = await openedTab(browser, before)
  await expect.poll(() => popUp.read('window.atFirst')).toEqual({ before: 'here', dark: true, focus: true })
  await expect.poll(() => browser.requests()).toContain(`${origin}/asked-at-once`)
  await expect.poll(() => browser.complaints().join('\n')).toMatch(/said at once[^]*Error: thrown at once/)
})

it('lets a tab behind another believe that it is in front', async () => {
  const tab = await showing('')
  await (await showing('')).show()
  expect(await tab.read('[document.visibilityState, document.hasFocus()]')).toEqual(['visible', true])
})
