import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningAccount } from '../../../src/mocks/http-account.ts'
import { openChromium, type Chromium } from '../drivers/chromium.ts'
import { onceRound, openAll, tabTo, TARGETS, write } from './keyboard.ts'
import { MACHINE, openedTab, until } from '../drivers/people.ts'
import { SceneMaker } from './scene-maker.ts'
import { openScene, SCENES } from './scene-list.ts'
import { ACCOUNT_WITHIN_MS, openUnlinked, startOnlyAccount } from './only-account.ts'
import { choosing, ELSEWHERE } from './build.ts'

let browser: Chromium
let account: RunningAccount

beforeAll(async () => {
  browser = await openChromium({ hosts: ELSEWHERE })
  account = await startOnlyAccount()
}, ACCOUNT_WITHIN_MS)
afterAll(async () => {
  await browser.close()
  await account.stop()
})

describe.each(SCENES)('on the screen "%s"', (name) => {
  it('Tab reaches everything, in the order of reading, and shows where it is', async () => {
    const { tab, clearAway } = await openScene(browser, name)
    try {
      for (const open of [false, true]) {
        if (open) await openAll(tab)
        const places = await tab.read<{ top: number; bottom: number; left: number }[]>(
          `${TARGETS}.map((target) => target.getBoundingClientRect().toJSON())`,
        )
        expect(await onceRound(tab, places.length)).toEqual(places.map((_place, index) => index))
        // Each stands below the one before, or to the right of it in the same row.
        places.slice(1).forEach(({ top, bottom, left }, index) => {
          const before = places[index] ?? expect.fail()
          expect(top >= before.bottom || (bottom > before.top && left > before.left)).toBe(true)
        })
      }
    } finally {
      await clearAway()
    }
  })
})

it('goes all the way from unclaimed to claimed', async () => {
  const maker = new SceneMaker(browser)
  const tab = await openUnlinked(maker, account)
  const before = await browser.tabs()
  await tabTo(tab, 'Sign in')
  await tab.press('Enter')
  const signIn = await openedTab(browser, before)
  await until(tab, 'confirming')
  await until(signIn, ({ text }) => text.includes('Approve'))
  await tabTo(signIn, 'Approve')
  await signIn.press('Space')
  await until(tab, 'claimed')
  await tabTo(tab, 'Open Plex')
  await maker.clearAway()
})

it('says "not now" and takes it back, cancels, and looks again', async () => {
  const { tab, clearAway } = await openScene(browser, 'confirming')
  await tabTo(tab, 'Check again')
  await tab.press('Space')
  await tabTo(tab, 'Cancel')
  await tab.press('Enter')
  await until(tab, 'unclaimed')
  await tabTo(tab, 'Not now')
  await tab.press('Space')
  await until(tab, ({ heading }) => heading === 'Nothing was changed')
  await tabTo(tab, 'Go back')
  await tab.press('Enter')
  await until(tab, ({ heading }) => heading === 'Your server is running. Link it to your Plex account')
  await clearAway()
})

it('chooses between servers', async () => {
  const maker = new SceneMaker(browser)
  const tab = await choosing(maker)
  await until(tab, ({ text }) => text.includes('…eeeeee'))
  await tabTo(tab, '…eeeeee')
  await tab.press('Enter')
  expect(await until(tab, 'unclaimed')).toMatchObject({ server: 'e'.repeat(40) })
  await maker.clearAway()
})

it('types an address, hears what is wrong with it, and mends it', async () => {
  const maker = new SceneMaker(browser)
  const host = await maker.host('unclaimed')
  const tab = await maker.open(['http://127.0.0.1:9'])
  await until(tab, 'missing')
  await tabTo(tab, "Type the server's address")
  await tab.press('Enter')
  await tabTo(tab, "The server's address")
  await write(tab, 'nas:0')
  await tab.press('Enter')
  const told = await until(tab, ({ text }) => text.includes('must be between 1 and 65535'))
  expect(told.stage).toBe('missing')
  expect(await tab.read('document.activeElement.getAttribute("aria-invalid")')).toBe('true')
  for (let presses = 0; presses < 5; presses += 1) await tab.press('Backspace')
  await write(tab, host.origin.replace('http://', ''))
  await tab.press('Enter')
  expect(await until(tab, 'unclaimed')).toMatchObject({ server: MACHINE })
  await maker.clearAway()
})

it('opens and closes details, and uses another server after reading what that means', async () => {
  const { tab, clearAway } = await openScene(browser, 'another-machine')
  const open = 'document.activeElement.parentElement.open'
  await tabTo(tab, 'Use this one instead')
  await tab.press('Space')
  expect(await tab.read(open)).toBe(true)
  await tab.press('Enter')
  expect(await tab.read(open)).toBe(false)
  await tab.press('Enter')
  await tabTo(tab, 'Go on with server')
  await tab.press('Enter')
  await until(tab, 'unclaimed')
  await clearAway()
})

it('changes language and colours in the menus', async () => {
  const { tab, clearAway } = await openScene(browser, 'claimed')
  await tabTo(tab, 'Language')
  // Dansk comes first.
  await tab.press('D')
  await tab.press('e')
  await expect.poll(() => tab.read('document.documentElement.lang')).toBe('de')
  await tabTo(tab, 'Aussehen')
  await tab.press('D')
  await expect.poll(() => tab.read('document.documentElement.dataset.theme')).toBe('dark')
  expect(await tab.read('getComputedStyle(document.documentElement).colorScheme')).toBe('dark')
  await clearAway()
})
