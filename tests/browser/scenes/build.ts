import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import type { HostOptions, PretendHost } from '../../../src/mocks/http-host.ts'
import { listenerFor, originOf } from '../../../src/mocks/listener.ts'
import type { Topic } from '../../../src/routes/topics.ts'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'
import { answerRouter, MACHINE, until, untilAskedForRouter } from '../drivers/people.ts'
import type { Also, SceneMaker } from './scene-maker.ts'

/** Opens a page and leads it to a screen. */
export type Build = (maker: SceneMaker) => Promise<ChromiumTab>

/** Of no computer (RFC 5737). */
const INTERNET = '203.0.113.80'
/** As long as an address at home gets. */
const HOME = '192.168.178.120'

/** A scene at an address that people have at home, with a name of which people have longer ones. */
export const AT_HOME: Also = { at: HOME, friendlyName: 'Attic NAS (living room, films and series)' }

/** Addresses that are this computer's own for the browser: of a page from the internet, and of a server at home. */
export const ELSEWHERE = { [INTERNET]: '127.0.0.1', [HOME]: '127.0.0.1' }

// Takes back every timer and lets no long one begin: what lasts for seconds then lasts.
const STOP_CLOCKS = `{
  const begin = window.setTimeout
  for (let timer = begin(() => {}); timer > 0; timer -= 1) clearTimeout(timer)
  window.setTimeout = (call, ms, ...rest) => (ms > 400 ? 0 : begin(call, ms, ...rest))
}`

/** The file of a server that behaves like this. */
export function fileOf(behaviour: Behaviour, options?: Partial<HostOptions>): Build {
  return async (maker) => maker.open([(await maker.host(behaviour, options)).origin])
}

export const looking: Build = async (maker) => {
  const tab = await fileOf('silent')(maker)
  // The document says so before anything is drawn.
  await until(tab, ({ screen }) => screen === 'looking')
  await tab.run(STOP_CLOCKS)
  return tab
}

export const found: Build = async (maker) => {
  const host = await maker.host('claimed')
  const tab = await maker.open([host.origin])
  await until(tab, ({ server }) => server !== null)
  await host.become('silent')
  await tab.run(STOP_CLOCKS)
  return tab
}

export const choosing: Build = async (maker) => {
  const hosts = [
    await maker.host('claimed', { machineIdentifier: 'd'.repeat(40) }),
    await maker.host('unclaimed'),
    await maker.host('unclaimed', { machineIdentifier: 'e'.repeat(40) }),
  ]
  const addresses = hosts.map(({ origin }) => origin)
  return maker.open(addresses, { server: { machineIdentifier: undefined } })
}

export const refused: Build = async (maker) =>
  maker.open([(await maker.host('refusing')).origin, (await maker.host('refuses-401')).origin])

// A home of which no message ever leaves this computer: its routers and addresses refuse, but for those below. In the
// middle of a search nobody is given up, so that it stays there.
const pretendHome = (inTheMiddle: boolean): string => `{
  const real = window.fetch
  const begin = window.setTimeout
  if (${inTheMiddle}) window.setTimeout = (call, ms, ...rest) => (ms > 100 ? 0 : begin(call, ms, ...rest))
  const servers = { 7: 'e', 20: 'd' }
  window.fetch = (url, init) => {
    if (/^http:\\/\\/(192\\.168|172\\.16|10)\\.[\\d.]+\\/$/.test(url)) return Promise.reject(new TypeError('Failed to fetch'))
    const [, host] = /192\\.168\\.178\\.(\\d+):/.exec(url) ?? []
    if (host === undefined) return real(url, init)
    if (!${inTheMiddle}) return Promise.reject(new TypeError('Failed to fetch'))
    if (Number(host) > 60) return new Promise(() => {})
    if (!(host in servers)) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new Response(JSON.stringify({ MediaContainer: {
      claimed: host === '7', machineIdentifier: servers[host].repeat(40), version: '1.43.4.9999-abcdef012' } })))
  }
}`

/** A file that tells nothing, as on a first visit. */
export const unknownNetwork: Build = (maker) => maker.open([], { server: { machineIdentifier: undefined } })

/** No router answers, so that the person is asked for theirs. */
export const askedForRouter: Build = async (maker) => {
  const tab = await unknownNetwork(maker)
  await until(tab, 'missing')
  await tab.run(pretendHome(false))
  await tab.click('[data-action=search]')
  await untilAskedForRouter(tab)
  return tab
}

const searchOf =
  (inTheMiddle: boolean): Build =>
  async (maker) => {
    const tab = await askedForRouter(maker)
    if (inTheMiddle) await tab.run(pretendHome(true))
    await answerRouter(tab, 'FRITZ!Box')
    return tab
  }
export const searching = searchOf(true)
export const searchedInVain = searchOf(false)

/** A link leads to such a server at an address that its file does not name; where the file says, nobody is. */
export function foundElsewhere(behaviour: Behaviour): Build {
  return async (maker) => {
    const { port } = await maker.host(behaviour)
    const at = encodeURIComponent(originOf(HOME, port))
    return maker.open([(await maker.host('refusing')).origin], {}, `#/?at=${at}`)
  }
}

export const farAway: Build = (maker) =>
  maker.open([], {}, `#/?at=${encodeURIComponent('http://203.0.113.7:32400')}`)

export const fromTheInternet: Build = async (maker) => {
  const page = await maker.page([(await maker.host('refusing')).origin])
  const { port } = await maker.host('printer', { page: () => page })
  return maker.browser.open(`http://${INTERNET}:${port}/setup`)
}

/** A help page, with a server of Windows behind it, so that there are commands on it. */
export function help(topic: Topic): Build {
  return async (maker) => {
    const { origin } = await maker.host('unclaimed')
    const tab = await maker.open([origin], { server: { platform: 'Windows' } }, `#/help/${topic}`)
    await until(tab, 'unclaimed')
    return tab
  }
}

export const describing: Build = async (maker) => {
  const tab = await help('trouble')(maker)
  await tab.type('[name=symptom]', 'not authorized')
  return tab
}

export const codeRefused: Build = async (maker) => {
  const tab = await fileOf('unclaimed')(maker)
  await until(tab, 'unclaimed')
  await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
  await tab.type('[name=code]', 'claim-expired0000000000000')
  await tab.click('[data-action=use-code]')
  return tab
}

export const codeSent: Build = async (maker) => {
  const tab = await fileOf('unclaimed', { times: { exchangeMs: 3_600_000, claimReplyMs: 3_600_000 } })(maker)
  await until(tab, 'unclaimed')
  await tab.run(`document.querySelector('[name=code]').closest('details').open = true`)
  await tab.type('[name=code]', 'claim-abcdefghij0123456789')
  await tab.click('[data-action=use-code]')
  await until(tab, 'confirming')
  // When the tab is closed in the middle of it, the page still writes down that it waits.
  await tab.run('Storage.prototype.setItem = () => {}')
  return tab
}

/** From a file, which signing in can't come back to: the person has to press. */
export const toBeOpened: Build = async (maker) =>
  maker.open([(await maker.host('unclaimed')).origin], {}, '#/open')

export const declined: Build = async (maker) => {
  const tab = await fileOf('unclaimed')(maker)
  await tab.click('[data-action=not-now]')
  return tab
}

export const signingIn: Build = async (maker) => {
  const expiresAt = new Date(Date.now() + 15 * 60_000).toISOString()
  const signIn = { code: 'abcde12345abcde12345abcde', expiresAt }
  const tab = await maker.open([(await maker.host('unclaimed')).origin], { signIn })
  await maker.signIn(tab)
  return tab
}

const whileSigningIn =
  (change: (host: PretendHost) => Promise<unknown>): Build =>
  async (maker) => {
    const host = await maker.host('unclaimed')
    const tab = await maker.open([host.origin])
    await maker.signIn(tab)
    await change(host)
    return tab
  }
export const restarting = whileSigningIn((host) => host.become('stuck-starting'))
export const hidingMeanwhile = whileSigningIn((host) => host.become('hiding'))
export const switchedOffMeanwhile = whileSigningIn((host) => host.stop())

const leftAWhileAgo =
  (agoMs: number, more: object = {}): Build =>
  async (maker) => {
    const tab = await fileOf('unclaimed')(maker)
    const note = { decision: 'signing-in', atMs: Date.now() - agoMs, expiresAtMs: null, ...more }
    await tab.run(`localStorage.setItem('setup-plex:note:${MACHINE}', '${JSON.stringify(note)}')`)
    await tab.reload()
    return tab
  }

export const askedWhetherFinished = leftAWhileAgo(60_000, { backAtMs: 0 })
export const overdue = leftAWhileAgo(31 * 60_000)

export const switchedOff: Build = async (maker) => {
  const host = await maker.host('claimed')
  const tab = await maker.open([host.origin])
  await until(tab, 'claimed')
  await host.stop()
  return tab
}

export const brokenStamp: Build = async (maker) =>
  maker.open([(await maker.host('unclaimed')).origin, 42], {}, '#/?at=no%20address')

export const framed: Build = async (maker) => {
  const page = await maker.page([])
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
  maker.later(server.close)
  return (await maker.browser.open(originOf('127.0.0.1', server.port()))).inside()
}

export const crashed: Build = async (maker) => {
  const tab = await fileOf('unclaimed')(maker)
  await until(tab, 'unclaimed')
  await tab.run(`Intl.RelativeTimeFormat = function () { throw new Error('A hostile browser') }`)
  return tab
}
