import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import type { HostOptions } from '../../../src/mocks/http-host.ts'
import { listenerFor, originOf } from '../../../src/mocks/listener.ts'
import type { ChromiumTab } from '../drivers/chromium.ts'
import { MACHINE, until } from '../drivers/people.ts'
import type { Stagehand } from './scene-maker.ts'

/** Opens a page and leads it to a screen. */
export type Build = (hand: Stagehand) => Promise<ChromiumTab>

/** Lets a page seem to come from the internet: an address of no computer (RFC 5737), for this browser ours. */
export const INTERNET = { '203.0.113.80': '127.0.0.1' }

// Takes back every timer and lets no long one begin: what lasts for seconds then lasts.
const STOP_CLOCKS = `{
  const begin = window.setTimeout
  for (let timer = begin(() => {}); timer > 0; timer -= 1) clearTimeout(timer)
  window.setTimeout = (call, ms, ...rest) => (ms > 400 ? 0 : begin(call, ms, ...rest))
}`

/** The file of a server that behaves like this. */
export function fileOf(behaviour: Behaviour, options?: Partial<HostOptions>): Build {
  return async (hand) => hand.open([(await hand.host(behaviour, options)).origin])
}

export const looking: Build = async (hand) => {
  const tab = await fileOf('silent')(hand)
  await until(tab, 'looking')
  await tab.run(STOP_CLOCKS)
  return tab
}

export const found: Build = async (hand) => {
  const host = await hand.host('claimed')
  const tab = await hand.open([host.origin])
  await until(tab, ({ server }) => server !== null)
  await host.become('silent')
  await tab.run(STOP_CLOCKS)
  return tab
}

export const choosing: Build = async (hand) => {
  const hosts = [
    await hand.host('claimed', { machineIdentifier: 'd'.repeat(40) }),
    await hand.host('unclaimed'),
    await hand.host('unclaimed', { machineIdentifier: 'e'.repeat(40) }),
  ]
  const addresses = hosts.map(({ origin }) => origin)
  return hand.open(addresses, { server: { machineIdentifier: undefined } })
}

export const refused: Build = async (hand) =>
  hand.open([(await hand.host('refusing')).origin, (await hand.host('refuses-401')).origin])

// A network of which no message ever leaves this computer: its addresses refuse, but for those below. In the middle of
// a search nobody is given up, so that it stays there.
const pretendHome = (inTheMiddle: boolean): string => `{
  const real = window.fetch
  const begin = window.setTimeout
  if (${inTheMiddle}) window.setTimeout = (call, ms, ...rest) => (ms > 100 ? 0 : begin(call, ms, ...rest))
  const servers = { 7: 'e', 20: 'd' }
  window.fetch = (url, init) => {
    const [, host] = /192\\.168\\.99\\.(\\d+):/.exec(url) ?? []
    if (host === undefined) return real(url, init)
    if (!${inTheMiddle}) return Promise.reject(new TypeError('Failed to fetch'))
    if (Number(host) > 60) return new Promise(() => {})
    if (!(host in servers)) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new Response(JSON.stringify({ MediaContainer: {
      claimed: host === '7', machineIdentifier: servers[host].repeat(40), version: '1.43.4.9999-abcdef012' } })))
  }
}`

/** A file that tells nothing: the person has to say which network. */
export const unknownNetwork: Build = (hand) => hand.open([], { server: { machineIdentifier: undefined } })

const searchOf =
  (inTheMiddle: boolean): Build =>
  async (hand) => {
    const tab = await unknownNetwork(hand)
    await until(tab, 'missing')
    await tab.run(pretendHome(inTheMiddle))
    await tab.click('input[value=other]')
    await tab.type('input[name=other]', '192.168.99')
    await tab.click('[data-action=search]')
    return tab
  }
export const searching = searchOf(true)
export const searchedInVain = searchOf(false)

export const farAway: Build = (hand) =>
  hand.open([], {}, `#/?at=${encodeURIComponent('http://203.0.113.7:32400')}`)

export const fromTheInternet: Build = async (hand) => {
  const page = await hand.page([(await hand.host('refusing')).origin])
  const { port } = await hand.host('printer', { page: () => page })
  return hand.browser.open(`http://203.0.113.80:${port}/setup`)
}

/** A help page, with a server of Windows behind it, so that there are commands on it. */
export function help(topic: string): Build {
  return async (hand) =>
    hand.open([(await hand.host('unclaimed')).origin], { server: { platform: 'Windows' } }, `#/help/${topic}`)
}

export const describing: Build = async (hand) => {
  const tab = await help('trouble')(hand)
  await until(tab, 'unclaimed')
  await tab.type('[name=symptom]', 'not authorized')
  return tab
}

export const codeRefused: Build = async (hand) => {
  const tab = await fileOf('unclaimed')(hand)
  await until(tab, 'unclaimed')
  await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
  await tab.type('[name=code]', 'claim-expired0000000000000')
  await tab.click('[data-action=use-code]')
  return tab
}

export const codeSent: Build = async (hand) => {
  const tab = await fileOf('unclaimed', { times: { exchangeMs: 3_600_000, claimReplyMs: 3_600_000 } })(hand)
  await until(tab, 'unclaimed')
  await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
  await tab.type('[name=code]', 'claim-abcdefghij0123456789')
  await tab.click('[data-action=use-code]')
  await until(tab, 'confirming')
  // When the tab is closed in the middle of it, the page still writes down that it waits.
  await tab.run('Storage.prototype.setItem = () => {}')
  return tab
}

export const declined: Build = async (hand) => {
  const tab = await fileOf('unclaimed')(hand)
  await tab.click('[data-action=not-now]')
  return tab
}

export const signingIn: Build = async (hand) => {
  const expiresAt = new Date(Date.now() + 15 * 60_000).toISOString()
  const signIn = { code: 'abcde12345abcde12345abcde', expiresAt }
  const tab = await hand.open([(await hand.host('unclaimed')).origin], { signIn })
  await hand.signIn(tab)
  return tab
}

export const restarting: Build = async (hand) => {
  const host = await hand.host('unclaimed')
  const tab = await hand.open([host.origin])
  await hand.signIn(tab)
  await host.become('stuck-starting')
  return tab
}

export const overdue: Build = async (hand) => {
  const tab = await fileOf('unclaimed')(hand)
  const note = { decision: 'signing-in', atMs: Date.now() - 31 * 60_000, expiresAtMs: null }
  await tab.run(`localStorage.setItem('setup-plex:note:${MACHINE}', '${JSON.stringify(note)}')`)
  await tab.reload()
  return tab
}

export const switchedOff: Build = async (hand) => {
  const host = await hand.host('claimed')
  const tab = await hand.open([host.origin])
  await until(tab, 'claimed')
  await host.stop()
  return tab
}

export const brokenStamp: Build = async (hand) =>
  hand.open([(await hand.host('unclaimed')).origin, 42], {}, '#/?at=no%20address')

export const framed: Build = async (hand) => {
  const page = await hand.page([])
  const around = `<!doctype html><html lang="en"><title>A page around it</title>
    <style>body { margin: 0 } iframe { display: block; width: 100%; height: 100vh; border: 0 }</style>
    <iframe title="Setup Plex" src="/inner"></iframe>`
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  const server = listenerFor(
    ({ url }, response) => response.writeHead(200, headers).end(url === '/inner' ? page : around),
    0,
    '127.0.0.1',
  )
  await server.open()
  hand.later(server.close)
  return (await hand.browser.open(originOf('127.0.0.1', server.port()))).inside()
}

export const crashed: Build = async (hand) => {
  const tab = await fileOf('unclaimed')(hand)
  await until(tab, 'unclaimed')
  await tab.run(`Intl.RelativeTimeFormat = function () { throw new Error('A hostile browser') }`)
  return tab
}
