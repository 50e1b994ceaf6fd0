import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningAccount } from '../../../src/mocks/http-account.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { MACHINE, openedTab, until } from '../drivers/people.ts'
import { TARGETS } from './keyboard.ts'
import { ACCOUNT_WITHIN_MS, openUnlinked, startOnlyAccount } from './only-account.ts'
import { openScene, type SceneName } from './scene-list.ts'
import { SceneMaker } from './scene-maker.ts'

/** A television without a pointer: nothing but the keys of its remote control. */
let browser: Chromium
let account: RunningAccount

const SCREENS = [
  [1280, 720],
  [1920, 1080],
] as const
const AT = `${TARGETS}.indexOf(document.activeElement)`

beforeAll(async () => {
  browser = await openChromium({ pointing: 'nothing' })
  account = await startOnlyAccount()
}, ACCOUNT_WITHIN_MS)
afterAll(async () => {
  await browser.close()
  await account.stop()
})

/** Presses a key until something with these words has the focus. */
async function go(tab: ChromiumTab, key: string, words: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await tab.press(key)
    const now = await tab.read<string>(
      `(({ innerText, labels, ariaLabel }) => [innerText, labels?.[0]?.innerText, ariaLabel].join(' '))(document.activeElement)`,
    )
    if (now.includes(words) && !(await tab.read('document.activeElement === document.body'))) return
  }
  throw new Error(`${key} does not lead to "${words}"`)
}

describe.each<SceneName>(['unclaimed', 'missing, refused', 'claimed', 'help-opt-out', 'help-trouble'])(
  'on the screen "%s"',
  (name) => {
    it('down leads to everything in the order of reading, whatever is in between can be read, and up leads back', async () => {
      const { tab, clearAway } = await openScene(browser, name)
      try {
        await tab.size(1280, 720)
        if (name === 'unclaimed') await until(tab, ({ text }) => text.includes('scan this code'))
        await tab.run(`document.activeElement.blur(), window.scrollTo(0, 0)`)
        const count = await tab.read<number>(`${TARGETS}.length`)
        const last = async (key: string, end: number): Promise<number[]> => {
          const reached: number[] = []
          for (let presses = 0; presses < 60 && reached.at(-1) !== end; presses += 1) {
            const before = await tab.read<number>('window.scrollY')
            await tab.press(key)
            // A field has its arrows first.
            await tab.run('new Promise((resolve) => setTimeout(resolve, 20))')
            const now = await tab.read<[at: number, scrolled: number, top: number, bottom: number]>(
              `(({ top, bottom }) => [${AT}, window.scrollY, top, bottom])(document.activeElement.getBoundingClientRect())`,
            )
            // No line goes by unseen.
            expect(Math.abs(now[1] - before)).toBeLessThan(720)
            if (now[0] !== reached.at(-1) && now[0] !== -1) {
              reached.push(now[0])
              expect(now[2]).toBeLessThan(720)
              expect(now[3]).toBeGreaterThan(0)
            }
          }
          return reached
        }
        const down = await last('ArrowDown', count - 1)
        expect(down).toEqual(Array.from({ length: count - (down[0] ?? 0) }, (_, at) => (down[0] ?? 0) + at))
        expect(await last('ArrowUp', 0)).toEqual(Array.from({ length: count - 1 }, (_, at) => count - 2 - at))
      } finally {
        await clearAway()
      }
    })
  },
)

it('goes all the way from unclaimed to claimed, in a tab beside the page and back', async () => {
  const maker = new SceneMaker(browser)
  const tab = await openUnlinked(maker, account)
  const before = await browser.tabs()
  await go(tab, 'ArrowDown', 'Sign in')
  await tab.press('Enter')
  const signIn = await openedTab(browser, before)
  await until(tab, 'confirming')
  // "Back" of a television closes what a page opened.
  await signIn.close()
  await go(tab, 'ArrowDown', 'Open sign-in again')
  account.approve(MACHINE)
  await until(tab, 'claimed')
  await go(tab, 'ArrowDown', 'Open Plex')
  await maker.clearAway()
})

it('the way out of trouble: opens a row, types an address, and the server is there', async () => {
  const maker = new SceneMaker(browser)
  const host = await maker.host('unclaimed')
  const tab = await maker.open(['http://127.0.0.1:9'])
  await until(tab, 'missing')
  await go(tab, 'ArrowDown', "Type the server's address")
  await tab.press('Enter')
  await go(tab, 'ArrowDown', "The server's address")
  for (const key of host.origin.replace('http://', '')) await tab.press(key)
  // Arrows inside a field, and Backspace, are the field's.
  await tab.press('ArrowLeft')
  await tab.press('Backspace')
  const [kept] = host.origin.slice(-2)
  await tab.press(kept ?? expect.fail())
  await tab.press('Enter')
  expect(await until(tab, 'unclaimed')).toMatchObject({ server: MACHINE })
  await maker.clearAway()
})

describe('help', () => {
  const heading = `document.querySelector('h1').textContent`

  it.each(['Escape', 'Backspace', 'the browser'])('is opened from its row and left by %s', async (by) => {
    const { tab, clearAway } = await openScene(browser, 'unclaimed')
    const start = await tab.read<string>(heading)
    await go(tab, 'ArrowDown', 'Help')
    await tab.press('Enter')
    // What is in a row is made once it is open.
    await expect.poll(() => tab.read(`document.querySelector('footer a') !== null`)).toBe(true)
    await tab.press('ArrowDown')
    await tab.press('Enter')
    await expect.poll(() => tab.read(heading)).not.toBe(start)
    const help = await tab.read<string>(heading)
    expect(await tab.read('document.querySelector("footer details[open]")')).toBeNull()
    if (by === 'the browser') await tab.run('window.history.back()')
    else await tab.press(by)
    await expect.poll(() => tab.read(heading)).toBe(start)
    // And the way forward is still there.
    await tab.run('window.history.forward()')
    await expect.poll(() => tab.read(heading)).toBe(help)
    await clearAway()
  })
})

it('a menu is passed by, is opened by Enter, and keeps its keys', async () => {
  const { tab, clearAway } = await openScene(browser, 'claimed')
  const language = 'document.documentElement.lang'
  await go(tab, 'ArrowUp', 'Language')
  await tab.press('ArrowDown')
  expect(await tab.read(language)).toBe('en')
  expect(await tab.read('document.activeElement.localName')).not.toBe('select')
  await tab.press('ArrowUp')
  await tab.press('Enter')
  await tab.press('ArrowDown')
  await tab.press('Enter')
  await expect.poll(() => tab.read(language)).not.toBe('en')
  await clearAway()
})

describe.each(SCREENS)('on a television of %i by %i', (width, height) => {
  it.each<SceneName>(['unclaimed', 'confirming'])(
    'a code for the phone stands beside the button: "%s"',
    async (name) => {
      const { tab, clearAway } = await openScene(browser, name)
      try {
        await tab.size(width, height)
        await until(tab, ({ text }) => text.includes('Only continue if you started this.'))
        const [button, code] = await tab.read<
          { right: number; bottom: number; left: number; width: number }[]
        >(
          `['main [class*=primary]', 'main svg[role=img]'].map((each) => document.querySelector(each).getBoundingClientRect().toJSON())`,
        )
        // Type for the sofa, and nothing beyond the edge.
        expect(
          await tab.read('parseFloat(getComputedStyle(document.documentElement).fontSize)'),
        ).toBeGreaterThan(20)
        expect(await tab.read('document.documentElement.scrollWidth')).toBe(width)
        expect(code?.left).toBeGreaterThan(button?.right ?? Infinity)
        // A fifth of the width, so that a phone reads it from the sofa.
        expect(code?.width).toBeGreaterThan(width / 5)
        for (const each of [button, code]) expect(each?.bottom).toBeLessThanOrEqual(height)
        expect(await until(tab, () => true)).toMatchObject({
          text: expect.stringContaining(MACHINE.slice(-6)) as string,
        })
      } finally {
        await clearAway()
      }
    },
  )
})
