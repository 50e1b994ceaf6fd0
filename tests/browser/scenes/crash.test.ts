import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { look, until } from '../drivers/people.ts'
import { openScene } from './scene-list.ts'

let browser: Chromium

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

const BUG = 'Nobody thought of this'
const SETTLED = `new Promise((resolve) => setTimeout(resolve, 500))`

describe('the crash page', () => {
  it.each([
    [
      "what is pressed, in the page's own code",
      // Only while the press is being handled the clock is broken, so that nothing else can meet it.
      `{
        const now = Date.now
        addEventListener('click', () => { Date.now = () => { throw new Error('${BUG}') } }, true)
        addEventListener('click', () => { Date.now = now })
        document.querySelector('[data-action=not-now]').click()
      }`,
    ],
    [
      'an event handler',
      `addEventListener('focus', () => { throw new Error('${BUG}') })
      dispatchEvent(new Event('focus'))`,
    ],
    ['a timer', `setTimeout(() => { throw new Error('${BUG}') })`],
    ['a promise that nobody waits for', `void Promise.reject(new Error('${BUG}'))`],
  ])('comes after a bug in %s, and shows what to report', async (_where, script) => {
    const { tab, clearAway } = await openScene(browser, 'unclaimed')
    try {
      await tab.run(`{ ${script} }`)
      expect(await until(tab, 'crashed')).toMatchObject({ screen: 'crashed', server: null })
      expect(await tab.read(`document.querySelector('main textarea').value`)).toContain(BUG)
    } finally {
      await clearAway()
    }
  })

  it.each([
    [
      'a question that was given up',
      'unhandledrejection',
      `void Promise.reject(AbortSignal.abort().reason)`,
      `event.reason.name`,
      'AbortError',
    ],
    [
      // Each time that its size is told, the box is made another size.
      'a loop of sizes in a layout',
      'error',
      `{
        const box = document.body.appendChild(document.createElement('div'))
        new ResizeObserver(() => { box.style.width = box.offsetWidth - 1 + 'px' }).observe(box)
      }`,
      `event.message`,
      'ResizeObserver loop',
    ],
  ])('does not come after %s', async (_what, type, script, told, expected) => {
    const { tab, clearAway } = await openScene(browser, 'unclaimed')
    try {
      const heard = await tab.run(`new Promise((resolve) => {
        addEventListener('${type}', (event) => resolve(String(${told})))
        ${script}
      })`)
      expect(heard).toContain(expected)
      await tab.run(SETTLED)
      expect(await look(tab)).toMatchObject({ stage: 'unclaimed' })
    } finally {
      await clearAway()
    }
  })
})
