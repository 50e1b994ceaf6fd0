import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stampedPage } from '../../src/stamp/write-stamp.ts'
import type { Browser } from './engine.ts'
import { buildLan, loopbackLan, type Lan } from './lan.ts'
import { startNginx, type Nginx } from './nginx.ts'
import {
  ACCOUNT_PORT,
  HOSTS,
  INTERNET_PORT,
  ON_LOOPBACK,
  PUBLIC,
  SECOND_ORIGIN,
  SERVER_ORIGIN,
  WEB_ORIGIN,
} from './places.ts'
import { startRemoteHost, type RemoteHost } from './remote-host.ts'

export const MACHINE = 'c0ffee0123456789abcdef0123456789abcdef01'
const SECOND_MACHINE = 'd'.repeat(40)

/** How the page gets into the browser. */
export type Way = 'file' | 'served' | 'localhost' | 'nginx'

export const WAYS: readonly Way[] = ['file', 'served', 'localhost', 'nginx']

/** A home with a browser, two servers, a web server, and an account service outside. */
export interface World {
  readonly browser: Browser
  readonly lan: Lan
  readonly server: RemoteHost
  readonly second: RemoteHost
  readonly account: RemoteHost
  readonly nginx: Nginx
  /** Puts the page with this stamp where it belongs and gives its address. */
  page(way: Way, stamp: object): Promise<string>
  /** The same on a host outside the home. */
  fromTheInternet(stamp: object): Promise<string>
  end(): Promise<void>
}

/** The usual stamp: the server at both its addresses. */
export const STAMP = {
  format: 1,
  server: {
    machineIdentifier: MACHINE,
    friendlyName: 'Attic NAS',
    platform: 'Linux',
    addresses: [SERVER_ORIGIN, ...(HOSTS.server.v6 === null ? [] : [`http://[${HOSTS.server.v6}]:32400`])],
  },
}

export async function buildWorld(browser: () => Promise<Browser>, html: string): Promise<World> {
  const lan = ON_LOOPBACK ? loopbackLan() : await buildLan()
  const redirectsTo = `${SECOND_ORIGIN}/identity`
  const listening = ({ v4 }: { readonly v4: string }) =>
    ({ kind: 'server', port: 32400, address: ON_LOOPBACK ? v4 : '::', redirectsTo }) as const
  const outside = { ...listening({ v4: PUBLIC }), port: INTERNET_PORT, machineIdentifier: 'f'.repeat(40) }
  const [server, second, account, internet] = await Promise.all([
    startRemoteHost({ ...listening(HOSTS.server), machineIdentifier: MACHINE }, lan.inside('server')),
    startRemoteHost({ ...listening(HOSTS.second), machineIdentifier: SECOND_MACHINE }, lan.inside('second')),
    startRemoteHost({ kind: 'account', address: PUBLIC, port: ACCOUNT_PORT }, lan.inside('public')),
    startRemoteHost(outside, lan.inside('public')),
  ])
  account.onApprove((machineIdentifier) => {
    void server.approve(machineIdentifier)
    void second.approve(machineIdentifier)
  })
  const folder = await mkdtemp(join(tmpdir(), 'setup plex ü-'))
  const nginx = await startNginx(lan.inside('web'))
  let local = ''
  const localhost = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(local)
  })
  await new Promise<void>((resolve) => localhost.listen(8000, '127.0.0.1', resolve))
  return {
    browser: await browser(),
    lan,
    server,
    second,
    account,
    nginx,
    page: async (way, stamp) => {
      const page = stampedPage(html, stamp)
      switch (way) {
        case 'file': {
          const file = join(folder, 'Setup Plex.html')
          await writeFile(file, page)
          return pathToFileURL(file).href
        }
        case 'served':
          await server.page(page)
          return `${SERVER_ORIGIN}/setup`
        case 'localhost':
          local = page
          return 'http://localhost:8000/setup/'
        case 'nginx':
          await nginx.page(page)
          return `${WEB_ORIGIN}/media/setup/`
      }
    },
    fromTheInternet: async (stamp) => {
      // A web server and nothing else.
      await internet.become('printer')
      await internet.page(stampedPage(html, stamp))
      return `http://${PUBLIC}:${INTERNET_PORT}/setup`
    },
    end: async () => {
      for (const host of [server, second, account, internet]) host.end()
      nginx.end()
      localhost.close()
      await Promise.resolve()
    },
  }
}
