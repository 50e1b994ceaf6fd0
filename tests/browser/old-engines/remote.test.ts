import { afterAll, beforeAll, describe, expect, inject, it, type TestContext } from 'vitest'
import type { RunningAccount } from '../../../src/mocks/http-account.ts'
import { readByCamera } from '../../account/photograph.ts'
import { ACCOUNT_WITHIN_MS, startOnlyAccount } from '../scenes/only-account.ts'
import { OLD_ENGINES } from './engines.ts'
import type { OldTab } from './old-tab.ts'
import { MACHINE, play, type Scene } from './scene.ts'

/** As in televisions of 2020 and 2021: one has the first look alone, the other all of the page. */
const TELEVISIONS = OLD_ENGINES.filter(({ version }) => version === 78 || version === 88)

const STAGE = 'document.documentElement.dataset.stage'
const IS_PAINTED = 'document.querySelector("#root[data-painted]") !== null'
const HEADING = '(document.querySelector("#root h1") || {}).textContent'
const WORDS_AT = `(function (at) {
  return at === document.body ? '' : [at.innerText, at.name, at.ariaLabel].join(' ')
})(document.activeElement)`

let account: RunningAccount
beforeAll(async () => {
  account = await startOnlyAccount()
}, ACCOUNT_WITHIN_MS)
afterAll(() => account.stop())

async function go(tab: OldTab, key: string, words: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await tab.press(key)
    await tab.read('new Promise(function (resolve) { setTimeout(resolve, 20) })')
    if ((await tab.read<string>(WORDS_AT)).includes(words)) return
  }
  throw new Error(`${key} does not lead to "${words}"`)
}

async function untilDrawn(tab: OldTab, stage: string): Promise<void> {
  await tab.until(STAGE, stage)
  await tab.until(IS_PAINTED, false)
  await tab.until(STAGE, stage)
}

describe.each(TELEVISIONS)('by remote control, in Chromium $version of $year', (engine) => {
  const watch = (context: TestContext, act: (scene: Scene) => Promise<void>) =>
    play(engine, context, act, { pointing: 'nothing', size: [1280, 720] })
  const complaintsIn = (tab: OldTab) =>
    tab.complaints().filter((each) => engine.depth === 'everything' || !each.startsWith('SyntaxError'))

  it('from the server found to sign-in, back by the browser, and on to linked', (context) =>
    watch(context, async ({ host, open }) => {
      const expiresAt = new Date(Date.now() + 900_000).toISOString()
      const tab = await open([host.origin], 'served', {
        signIn: { code: 'abcde12345abcde12345abcde', expiresAt },
      })
      await untilDrawn(tab, 'unclaimed')
      await go(tab, 'ArrowDown', 'Sign in')
      await tab.press('Enter')
      await tab.until('location.port', String(inject('accountPort')))
      await tab.read('history.back()')
      await untilDrawn(tab, 'confirming')
      await go(tab, 'ArrowDown', 'Open sign-in again')
      host.approve(MACHINE)
      await tab.until(STAGE, 'claimed')
      await go(tab, 'ArrowDown', 'Open Plex')
      expect(complaintsIn(tab)).toEqual([])
    }))

  it('a code for the phone stands beside the button, and says where to sign in', (context) =>
    watch(context, async ({ host, open }) => {
      const tab = await open([host.origin])
      await untilDrawn(tab, 'unclaimed')
      await tab.until(`document.querySelector('main svg[role=img]') !== null`, true)
      const code = await tab.read<{ size: number; path: string }>(`(function (image) {
        return {
          size: Number(image.getAttribute('viewBox').split(' ')[2]) - 8,
          path: image.querySelector('path').getAttribute('d'),
        }
      })(document.querySelector('main svg[role=img]'))`)
      expect(readByCamera(code)).toBe(await tab.read(`document.querySelector('[data-action=sign-in]').href`))
      const text = await tab.read<string>(`document.querySelector('main').innerText`)
      expect(text).toContain(MACHINE.slice(-6))
      expect(text).toContain('Only continue if you started this.')
      const [button, image] = await tab.read<{ right: number; left: number; bottom: number }[]>(
        `['[data-action=sign-in]', 'main svg[role=img]'].map(function (each) {
          var box = document.querySelector(each).getBoundingClientRect()
          return { left: box.left, right: box.right, bottom: box.bottom }
        })`,
      )
      // Type for the sofa, and nothing beyond the edge.
      expect(
        await tab.read(`parseFloat(getComputedStyle(document.documentElement).fontSize)`),
      ).toBeGreaterThan(20)
      expect(
        await tab.read('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
      expect(image?.left).toBeGreaterThan(button?.right ?? Infinity)
      expect(Math.max(image?.bottom ?? Infinity, button?.bottom ?? Infinity)).toBeLessThanOrEqual(720)
    }))

  it('out of trouble: opens a row, leaves it, and types an address', (context) =>
    watch(context, async ({ host, open }) => {
      const tab = await open(['http://127.0.0.1:9'])
      await untilDrawn(tab, 'missing')
      const rows = `document.querySelectorAll('main details[open]').length`
      await go(tab, 'ArrowDown', "Type the server's address")
      await tab.press('Enter')
      await tab.until(rows, 1)
      await tab.press('ArrowDown')
      await tab.press('Escape')
      await tab.until(rows, 0)
      await tab.press('Enter')
      await tab.until(rows, 1)
      await go(tab, 'ArrowDown', 'address')
      for (const key of [...host.origin, 'x', 'Backspace', 'Enter']) await tab.press(key)
      await tab.until(STAGE, 'unclaimed')
      expect(complaintsIn(tab)).toEqual([])
    }))

  it.runIf(engine.depth === 'everything')('into help and back', (context) =>
    watch(context, async ({ host, open }) => {
      const tab = await open([host.origin])
      await untilDrawn(tab, 'unclaimed')
      const start = await tab.read<string>(HEADING)
      await go(tab, 'ArrowDown', 'Help')
      await tab.press('Enter')
      await tab.until(`document.querySelector('footer a') !== null`, true)
      await tab.press('ArrowDown')
      await tab.press('Enter')
      await tab.until(`${HEADING} !== ${JSON.stringify(start)}`, true)
      await tab.press('Backspace')
      await tab.until(HEADING, start)
      await tab.read('history.forward()')
      await tab.until(`${HEADING} !== ${JSON.stringify(start)}`, true)
      await tab.read('history.back()')
      await tab.until(HEADING, start)
      expect(complaintsIn(tab)).toEqual([])
    }),
  )
})
