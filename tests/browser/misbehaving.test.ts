import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { startAccount, type RunningAccount } from '../../src/mocks/http-account.ts'
import { startHost } from '../../src/mocks/http-host.ts'
import { openChromium } from './chromium.ts'
import type { Browser } from './engine.ts'
import { fileFor, MACHINE, startAfresh, until } from './people.ts'

let browser: Browser
let account: RunningAccount

beforeAll(async () => {
  browser = await openChromium()
  account = await startAccount({ port: inject('accountPort') })
})
afterAll(async () => {
  await browser.close()
  await account.stop()
})
afterEach(() => startAfresh(browser))

/** How a host behaves, the stage it must lead to, and words that must be on screen. */
const TABLE: Record<Behaviour, readonly [stage: string, words: string]> = {
  unclaimed: ['unclaimed', 'Your server is ready to be claimed'],
  claimed: ['claimed', 'Your server is claimed'],
  starting: ['starting', 'Your server is starting'],
  'stuck-starting': ['starting', 'Your server is starting'],
  'restarting-claimed': ['starting', 'Your server is starting'],
  silent: ['missing', 'within 5 seconds'],
  refusing: ['missing', 'could not be reached; the attempt failed at once'],
  hiding: ['unreadable', 'It answered, and hid the answer from this page'],
  printer: ['stranger', 'answered, but not as a media server'],
  'other-product': ['stranger', 'answered, but not as a media server'],
  'another-machine': ['stranger', 'a different server than the one this file belongs to'],
  'no-flag': ['unreadable', "doesn't say whether it is claimed"],
  'string-flags': ['unclaimed', 'Your server is ready to be claimed'],
  'xml-only': ['unclaimed', 'Your server is ready to be claimed'],
  truncated: ['missing', 'the answer stopped in the middle'],
  'broken-off': ['missing', 'the answer stopped in the middle'],
  endless: ['missing', 'far more than a media server says'],
  dripping: ['missing', 'began to answer and did not finish within 5 seconds'],
  huge: ['missing', 'far more than a media server says'],
  'wrong-type': ['unclaimed', 'Your server is ready to be claimed'],
  'refuses-401': ['missing', 'did not say who it is (code 401)'],
  'refuses-403': ['missing', 'did not say who it is (code 403)'],
  'refuses-406': ['missing', 'did not say who it is (code 406)'],
  'busy-429': ['missing', 'asked for a pause'],
  'faulty-500': ['missing', 'an error of its own (code 500)'],
  redirecting: ['stranger', 'sends visitors to another address'],
  'slow-headers': ['missing', 'Nothing answered'],
}

describe.each(Object.entries(TABLE) as [Behaviour, readonly [string, string]][])(
  'a host that is %s',
  (behaviour, [stage, words]) => {
    it(`leads to "${stage}" within 6 s, and to "unclaimed" within 10 s of getting well`, async () => {
      const elsewhere = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
      const redirectsTo = `${elsewhere.origin}/identity`
      const host = await startHost({ behaviour, machineIdentifier: MACHINE, redirectsTo })
      const file = await fileFor({ server: { machineIdentifier: MACHINE, addresses: [host.origin] } })
      const before = browser.requests().length
      try {
        const page = await browser.open(file.url)
        const seen = await until(page, (now) => now.stage === stage && now.text.includes(words), 6_500)
        const isTheServer = ['unclaimed', 'claimed'].includes(stage) || behaviour === 'no-flag'
        expect(seen.server).toBe(isTheServer ? MACHINE : null)
        if (stage === 'stranger' || stage === 'missing') {
          expect(await page.read('document.querySelectorAll("[data-action=sign-in]").length')).toBe(0)
        }

        await host.become('unclaimed')
        await until(page, 'unclaimed', 10_000)

        // Chromium's log names the target of a redirect that it did not follow; the target itself knows better.
        const known = [`${host.origin}/identity`, 'http://127.0.0.1:32400/identity', redirectsTo]
        const asked = browser.requests().slice(before)
        expect(asked.filter((url) => !known.includes(url))).toEqual([])
        expect(elsewhere.requests()).toEqual([])
      } finally {
        await host.stop()
        await elsewhere.stop()
        await file.remove()
      }
    })
  },
)

it('offers another machine for signing in only after an explicit choice', async () => {
  const host = await startHost({ behaviour: 'another-machine', machineIdentifier: MACHINE })
  const file = await fileFor({ server: { machineIdentifier: MACHINE, addresses: [host.origin] } })
  const page = await browser.open(file.url)
  await until(page, 'stranger')
  expect(await page.read('document.documentElement.outerHTML.includes("data-action=\\"sign-in\\"")')).toBe(
    false,
  )
  await page.click('main details summary')
  await until(page, ({ text }) => text.includes('gets linked to your account'))
  await page.click('[data-action=use-instead]')
  const chosen = await until(page, 'unclaimed')
  expect(chosen.server).toBe(host.machineIdentifier())
  expect(chosen.server).not.toBe(MACHINE)
  await host.stop()
  await file.remove()
})

it('never takes another machine at the address for the one that somebody is signing in to', async () => {
  const host = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE })
  const file = await fileFor({ server: { machineIdentifier: MACHINE, addresses: [host.origin] } })
  const page = await browser.open(file.url)
  await until(page, 'unclaimed')
  await page.click('[data-action=sign-in]')
  await until(page, 'confirming')
  await host.become('another-machine')
  await until(page, 'stranger')
  await host.become('unclaimed')
  await until(page, 'confirming')
  await host.stop()
  await file.remove()
})
