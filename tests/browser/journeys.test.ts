import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startAccount, type RunningAccount } from '../../src/mocks/http-account.ts'
import { startHost, type PretendHost } from '../../src/mocks/http-host.ts'
import { openChromium } from './chromium.ts'
import type { Browser, Tab } from './engine.ts'
import { fileFor, look, MACHINE, openedTab, pageFor, pause, startAfresh, until } from './people.ts'

let browser: Browser
let account: RunningAccount
let server: PretendHost
let file: Awaited<ReturnType<typeof fileFor>>
let served = ''

beforeAll(async () => {
  browser = await openChromium()
  account = await startAccount({ port: inject('accountPort') })
})
afterAll(async () => {
  await browser.close()
  await account.stop()
})
beforeEach(async () => {
  server = await startHost({ behaviour: 'unclaimed', machineIdentifier: MACHINE, page: () => served })
  account.onApprove(server.approve)
  served = await pageFor({ server: stampOf(server) })
  file = await fileFor({ server: stampOf(server) })
})
afterEach(async () => {
  await startAfresh(browser)
  await server.stop()
  await file.remove()
})

function stampOf({ origin }: PretendHost): object {
  return { machineIdentifier: MACHINE, friendlyName: 'Attic NAS', platform: 'Linux', addresses: [origin] }
}

async function followSignIn(page: Tab): Promise<Tab> {
  const before = await browser.tabs()
  await page.click('[data-action=sign-in]')
  return openedTab(browser, before)
}

async function press(tab: Tab, label: 'Approve' | 'Give up'): Promise<void> {
  await until(tab, ({ text }) => text.includes(label))
  await tab.run(
    `[...document.querySelectorAll('button')].find((button) => button.textContent.includes('${label}')).click()`,
  )
}

describe.each([
  ['the file from disk', () => file.url],
  ['the page that the server itself serves', () => `${server.origin}/setup`],
])('with %s', (_way, urlOf) => {
  it('goes from unclaimed by signing in to claimed', async () => {
    const page = await browser.open(urlOf())
    const found = await until(page, 'unclaimed')
    expect(found).toMatchObject({ server: MACHINE, heading: 'Your server is ready to be claimed' })
    expect(found.text).toContain('Attic NAS')

    const signIn = await followSignIn(page)
    await until(page, 'confirming')
    await press(signIn, 'Approve')
    const done = await until(page, 'claimed')
    expect(done.text).toContain('Attic NAS says it is linked to an account')
    expect(done.title).toMatch(/^✓ Your server is claimed/)
    expect(await page.read('document.querySelector("[data-action=launch]").href')).toBe(
      `http://127.0.0.1:${inject('accountPort')}/desktop/#!/server/${MACHINE}/await`,
    )
  })

  it('goes on waiting after a reload, and after closing and reopening the page', async () => {
    const page = await browser.open(urlOf())
    await until(page, 'unclaimed')
    const signIn = await followSignIn(page)
    await until(page, 'confirming')
    await page.reload()
    await until(page, 'confirming')
    await page.close()
    const reopened = await browser.open(urlOf())
    await until(reopened, 'confirming')
    await press(signIn, 'Approve')
    await until(reopened, 'claimed')
  })

  it('shows at once that it was claimed while the page was closed', async () => {
    const page = await browser.open(urlOf())
    await until(page, 'unclaimed')
    await press(await followSignIn(page), 'Approve')
    await page.close()
    await pause(1_500)
    await until(await browser.open(urlOf()), 'claimed', 3_000)
  })

  it('lets the person give up, cancel, and start again', async () => {
    const page = await browser.open(urlOf())
    await until(page, 'unclaimed')
    await press(await followSignIn(page), 'Give up')
    await until(page, 'confirming')
    await page.click('[data-action=cancel]')
    await until(page, 'unclaimed')
    await page.reload()
    await until(page, 'unclaimed')
    await press(await followSignIn(page), 'Approve')
    await until(page, 'claimed')
  })

  it('keeps waiting while the server restarts', async () => {
    const page = await browser.open(urlOf())
    await until(page, 'unclaimed')
    const signIn = await followSignIn(page)
    await until(page, 'confirming')
    await server.stop()
    const waiting = await until(page, ({ text }) => text.includes("isn't answering right now"))
    expect(waiting.stage).toBe('confirming')
    await server.start()
    await server.become('starting', { maintenanceMs: 1_500, flappingMs: 1_000 })
    await until(page, ({ stage, text }) => stage === 'confirming' && text.includes('restarting'))
    await server.become('unclaimed')
    await press(signIn, 'Approve')
    await until(page, 'claimed')
  })
})

it('comes back to the served page in the same tab when the server put its own PIN into it', async () => {
  const expiresAt = new Date(Date.now() + 15 * 60_000).toISOString()
  served = await pageFor({
    server: stampOf(server),
    signIn: { code: 'abcde12345abcde12345abcde', expiresAt },
  })
  const page = await browser.open(`${server.origin}/setup`)
  await until(page, 'unclaimed')
  await page.click('[data-action=sign-in]')
  await until(page, ({ text }) => text.includes('Approve'))
  expect(await page.url()).toContain('code=abcde12345abcde12345abcde')
  await press(page, 'Approve')
  await until(page, 'claimed', 15_000)
  expect(await page.url()).toContain(`${server.origin}/setup`)
  expect(await browser.tabs()).toHaveLength(1)
})

it('says when the PIN has run out, and begins afresh with the hosted sign-in', async () => {
  const expiresAt = new Date(Date.now() + 4_000).toISOString()
  const stamped = await fileFor({
    server: stampOf(server),
    signIn: { code: 'abcde12345abcde12345abcde', expiresAt },
  })
  const page = await browser.open(stamped.url)
  await until(page, 'unclaimed')
  const signIn = await followSignIn(page)
  expect(await signIn.url()).toContain('/auth#?')
  const overdue = await until(page, ({ heading }) => heading === 'Still not claimed')
  expect(overdue).toMatchObject({ stage: 'confirming' })
  expect(overdue.text).toContain('The sign-in link ran out')
  await page.click('[data-action=start-over]')
  await until(page, 'unclaimed')
  expect(await page.read('document.querySelector("[data-action=sign-in]").href')).toContain(
    '/desktop/#!/server/',
  )
  await stamped.remove()
})

it('respects "not now" until the person takes it back', async () => {
  const page = await browser.open(file.url)
  await until(page, 'unclaimed')
  await page.click('[data-action=not-now]')
  await until(page, ({ heading }) => heading === 'Not now, then')
  await page.reload()
  const still = await until(page, 'unclaimed')
  expect(still.heading).toBe('Not now, then')
  await page.click('[data-action=undo-not-now]')
  await until(page, ({ heading }) => heading === 'Your server is ready to be claimed')
})

it('takes an address that the person types', async () => {
  const bare = await fileFor({})
  const page = await browser.open(bare.url)
  await until(page, 'missing')
  await page.type('input[name=address]', 'not an address')
  await page.press('Enter')
  await until(page, ({ text }) => text.includes('That is not an address this page can read'))
  await page.type('input[name=address]', server.origin.replace('http://', ''))
  await page.press('Enter')
  await until(page, 'unclaimed')
  expect(await page.url()).toContain(`at=${encodeURIComponent(server.origin)}`)
  await bare.remove()
})

it('asks before it contacts an address far away that came with the link', async () => {
  const page = await browser.open(`${file.url}#/?at=${encodeURIComponent('http://203.0.113.7:32400')}`)
  await until(page, ({ heading }) => heading === 'Is this address yours?')
  await pause(1_000)
  expect(browser.requests().filter((url) => url.includes('203.0.113.7'))).toEqual([])
  expect((await look(page)).stage).toBe('missing')
  await page.click('[data-action=ask-usual]')
  await until(page, 'unclaimed')
})

it('lets the person choose between two servers, and stays with the chosen one', async () => {
  const second = await startHost({ behaviour: 'unclaimed', machineIdentifier: 'd'.repeat(40) })
  const bare = await fileFor({})
  const page = await browser.open(bare.url)
  await until(page, 'missing')
  // Addresses used before, as earlier visits leave them.
  await page.read(
    `localStorage.setItem('setup-plex:used-addresses', ${JSON.stringify(
      JSON.stringify([
        { machineIdentifier: MACHINE, address: server.origin },
        { machineIdentifier: 'd'.repeat(40), address: second.origin },
      ]),
    )})`,
  )
  await page.reload()
  await until(page, 'choosing')
  await page.run(
    `[...document.querySelectorAll('li button')].find((row) => row.innerText.includes('dddddd')).click()`,
  )
  expect(await until(page, 'unclaimed')).toMatchObject({ server: 'd'.repeat(40) })
  await second.stop()
  await bare.remove()
})
