import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Address } from '../../src/lib/address.ts'
import type { ScreenName } from '../../src/wizard/screen/screen.ts'

/** A reply as somebody met it, by the name of its case; what the page makes of it, and what the command says. */
export type ReplyCase = {
  readonly file: string
  /** Of a body; a file that is a whole message has its own. */
  readonly status?: number
  readonly headers?: readonly string[]
  /** The outcome of asking: a claim state, `starting`, or why there is none. */
  readonly page: string
  readonly screen: ScreenName
  readonly cause: string
  /** What `setup-plex write` says where it does not go on. */
  readonly command: RegExp | 'server' | 'starting'
}

const JSON_TYPE = ['Content-Type: application/json']
const XML_TYPE = ['Content-Type: text/xml;charset=utf-8']
const PROXY = { screen: 'another-product', cause: 'C9' } as const
/** The server behind it does not answer. */
const PROXY_ALONE = {
  ...PROXY,
  page: 'gateway',
  command: /^A proxy answers .* and the server behind it does not/,
} as const

export const REPLY_CASES: readonly ReplyCase[] = [
  {
    file: 'F00-identity-unclaimed.json',
    headers: JSON_TYPE,
    page: 'unclaimed',
    screen: 'unclaimed',
    cause: 'C1',
    command: 'server',
  },
  {
    file: 'F01-identity-without-api-version.xml',
    headers: XML_TYPE,
    page: 'claimed',
    screen: 'claimed',
    cause: 'C2',
    command: 'server',
  },
  { file: 'F03-identity-32-digits.json', page: 'claimed', screen: 'claimed', cause: 'C2', command: 'server' },
  {
    file: 'F05-identity-without-flag.json',
    page: 'unknown',
    screen: 'no-claim-state',
    cause: 'C15',
    command: 'server',
  },
  {
    file: 'F06-identity-flag-as-text.json',
    page: 'claimed',
    screen: 'claimed',
    cause: 'C2',
    command: 'server',
  },
  {
    file: 'F07-identity-16-digits.json',
    page: 'odd-identifier',
    screen: 'another-product',
    cause: 'C9',
    command: /the identifier that it gives is none/,
  },
  {
    file: 'F08-identity-capitals.xml',
    page: 'unclaimed',
    screen: 'unclaimed',
    cause: 'C1',
    command: 'server',
  },
  {
    file: 'F09-identity-starting.xml',
    page: 'unclaimed',
    screen: 'starting',
    cause: 'C9',
    command: 'server',
  },
  {
    file: 'F10-503-migrations.xml',
    status: 503,
    headers: XML_TYPE,
    page: 'starting',
    screen: 'starting',
    cause: 'C9',
    command: 'starting',
  },
  {
    file: 'K02-503-startup-maintenance.xml',
    status: 503,
    headers: XML_TYPE,
    page: 'starting',
    screen: 'starting',
    cause: 'C9',
    command: 'starting',
  },
  {
    file: 'F13-503-haproxy.html',
    status: 503,
    headers: ['Content-Type: text/html'],
    ...PROXY_ALONE,
  },
  {
    file: 'F13-503-nginx.html',
    status: 503,
    ...PROXY_ALONE,
  },
  {
    file: 'F13-503-traefik.txt',
    status: 503,
    ...PROXY_ALONE,
  },
  {
    file: 'F14-502-traefik.txt',
    status: 502,
    ...PROXY_ALONE,
  },
  {
    file: 'F15-404-traefik.txt',
    status: 404,
    page: 'not-routed',
    ...PROXY,
    command: /^A proxy answers .* does not know the way to a server; try again in a minute/,
  },
  {
    file: 'F16-401-basic-auth.http',
    page: 'log-in',
    ...PROXY,
    command: /lets nobody through without a sign-in of its own/,
  },
  {
    file: 'F17-302-log-in.http',
    page: 'redirected',
    ...PROXY,
    command: /as a proxy with a sign-in page does; give the server's own address/,
  },
  {
    file: 'F18-other-product.json',
    headers: JSON_TYPE,
    page: 'another-product',
    screen: 'another-product',
    cause: 'C9',
    command: /but no media server\.$/,
  },
  {
    file: 'F29-root-claimed.xml',
    page: 'unknown',
    screen: 'no-claim-state',
    cause: 'C15',
    command: 'server',
  },
  { file: 'F30-root-mapped.xml', page: 'unknown', screen: 'no-claim-state', cause: 'C15', command: 'server' },
  {
    file: 'F32-401-path.html',
    status: 401,
    page: 'turned-away',
    screen: 'missing',
    cause: 'C9',
    command: /will not say who it is/,
  },
  {
    file: 'F33-400.html',
    status: 400,
    page: 'turned-away',
    screen: 'missing',
    cause: 'C9',
    command: /will not say who it is/,
  },
  {
    file: 'F34-401-root.html',
    status: 401,
    page: 'turned-away',
    screen: 'missing',
    cause: 'C9',
    command: /will not say who it is/,
  },
  {
    file: 'F35-identity-unclaimed.xml',
    headers: XML_TYPE,
    page: 'unclaimed',
    screen: 'unclaimed',
    cause: 'C1',
    command: 'server',
  },
]

export function bytesOf(file: string): string {
  return readFileSync(join('tests/cases/replies', file), 'latin1')
}

/** The whole message that goes over the wire. */
export function messageOf({
  file,
  status = 200,
  headers = [],
}: Pick<ReplyCase, 'file' | 'status' | 'headers'>): string {
  const bytes = bytesOf(file)
  if (file.endsWith('.http')) return bytes.replace(/\r?\n/g, '\r\n')
  const head = [`HTTP/1.1 ${status} X`, ...headers, `Content-Length: ${bytes.length}`, 'Connection: close']
  return `${head.join('\r\n')}\r\n\r\n${bytes}`
}

export type ReplyingHost = { readonly origin: Address; readonly stop: () => Promise<void> }

/** Answers each connection with the next of these messages, the last one for good; null closes it without a byte. */
export async function hostThatReplies(...messages: readonly (string | null)[]): Promise<ReplyingHost> {
  const rest = [...messages]
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      const message = (rest.length > 1 ? rest.shift() : rest[0]) ?? null
      if (message === null) socket.end()
      else socket.end(message, 'latin1')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}` as Address,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
