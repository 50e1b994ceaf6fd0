import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { filledPage } from '../../../src/stamp/write-stamp.ts'
import type { Browser } from '../drivers/engine.ts'
import { buildLan, loopbackLan, type Lan } from '../network/lan.ts'
import { startNginx, type Nginx } from '../network/nginx.ts'
import {
  ACCOUNT_PORT,
  HOSTS,
  INTERNET_PORT,
  LOCALHOST_ORIGIN,
  ON_LOOPBACK,
  PUBLIC,
  SECOND_ORIGIN,
  SERVER_ORIGIN,
  SERVER_PORT,
  TOOL_ORIGIN,
  TOOL_PORT,
  WEB_ORIGIN,
} from '../network/places.ts'
import { withoutApp } from '../network/without-app.ts'
import { startRemoteHost, type RemoteHost } from '../network/remote-host.ts'

export const MACHINE = 'c0ffee0123456789abcdef0123456789abcdef01'
export const SECOND_MACHINE = 'd'.repeat(40)

/** How the page gets into the browser; `alone`: as a file whose app does not start. */
export type Way = 'file' | 'served' | 'localhost' | 'nginx' | 'tool' | 'alone'

/** Those that carry whatever stamp a row wants; `setup-plex serve` makes its own. */
export const STAMPED_WAYS: readonly Way[] = ['file', 'served', 'localhost', 'nginx']
export const WAYS: readonly Way[] = [...STAMPED_WAYS, 'tool']

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
  /** The built page with its stamp empty, and a file for it. */
  emptyPage(): Promise<{ readonly html: string; readonly file: string; readonly url: string }>
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

const TOOL = fileURLToPath(new URL('../network/tool-process.ts', import.meta.url))

/** `setup-plex serve` beside the server, for everybody in the network. */
async function startTool(html: string, inside: readonly string[]): Promise<ChildProcess> {
  const server = ON_LOOPBACK ? SERVER_ORIGIN : 'http://127.0.0.1:32400'
  const setup = { server, address: ON_LOOPBACK ? HOSTS.server.v4 : '0.0.0.0', port: TOOL_PORT }
  const [program, ...args] = [...inside, process.execPath, '--import', 'tsx', TOOL, JSON.stringify(setup)]
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(html)
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`setup-plex serve ended with ${code}`)))
  })
  return child
}

export async function buildWorld(browser: () => Promise<Browser>, html: string): Promise<World> {
  const lan = ON_LOOPBACK ? loopbackLan() : await buildLan()
  const redirectsTo = `${SECOND_ORIGIN}/identity`
  const listening = ({ v4 }: { readonly v4: string }) =>
    ({
      kind: 'server',
      port: SERVER_PORT,
      address: ON_LOOPBACK ? v4 : '::',
      redirectsTo,
      impersonates: MACHINE,
    }) as const
  const outside = { ...listening({ v4: PUBLIC }), port: INTERNET_PORT, machineIdentifier: 'f'.repeat(40) }
  const [server, second, account] = await Promise.all([
    startRemoteHost({ ...listening(HOSTS.server), machineIdentifier: MACHINE }, lan.inside('server')),
    startRemoteHost({ ...listening(HOSTS.second), machineIdentifier: SECOND_MACHINE }, lan.inside('second')),
    startRemoteHost({ kind: 'account', address: PUBLIC, port: ACCOUNT_PORT }, lan.inside('public')),
  ])
  // Few rows need these two, and every process costs the others a moment.
  let internet: Promise<RemoteHost> | null = null
  let tool: Promise<ChildProcess> | null = null
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
  await new Promise<void>((resolve) =>
    localhost.listen(Number(new URL(LOCALHOST_ORIGIN).port), '127.0.0.1', resolve),
  )
  return {
    browser: await browser(),
    lan,
    server,
    second,
    account,
    nginx,
    page: async (way, stamp) => {
      const page = filledPage(html, stamp)
      switch (way) {
        case 'file': {
          const file = join(folder, 'Setup Plex.html')
          await writeFile(file, page)
          return pathToFileURL(file).href
        }
        case 'alone': {
          const file = join(folder, 'Setup Plex.html')
          await writeFile(file, withoutApp(page))
          return pathToFileURL(file).href
        }
        case 'served':
          await server.page(page)
          return `${SERVER_ORIGIN}/setup`
        case 'localhost':
          local = page
          return `${LOCALHOST_ORIGIN}/setup/`
        case 'nginx':
          await nginx.page(page)
          return `${WEB_ORIGIN}/media/setup/`
        case 'tool':
          await (tool ??= startTool(html, lan.inside('server')))
          return `${TOOL_ORIGIN}/`
      }
    },
    emptyPage: async () => {
      const file = join(folder, 'Setup Plex.html')
      await writeFile(file, html)
      return { html, file, url: pathToFileURL(file).href }
    },
    fromTheInternet: async (stamp) => {
      const host = await (internet ??= startRemoteHost(outside, lan.inside('public')))
      // A web server and nothing else.
      await host.become('printer')
      await host.page(filledPage(html, stamp))
      return `http://${PUBLIC}:${INTERNET_PORT}/setup`
    },
    end: async () => {
      for (const host of [server, second, account, await internet]) host?.end()
      nginx.end()
      const toolProcess = await tool
      toolProcess?.kill('SIGKILL')
      localhost.close()
    },
  }
}
