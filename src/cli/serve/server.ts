import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Address } from '../../lib/address.ts'
import { isThisComputer } from '../own-addresses.ts'
import { isLoopback } from './hosts.ts'
import { policyFor } from './headers.ts'
import { withHomeScreen } from './home-screen.ts'
import { freshPages } from './page.ts'
import { limitPeers } from './peer-limit.ts'
import { refusal, type SiteReply } from './refusals.ts'
import { answersFor, type Site } from './requests.ts'
import { hangUp, send } from './send.ts'
import { upstreamAt } from './upstream.ts'
import type { Front } from './who-asks.ts'

export type FirstRun = Front &
  Pick<Site, 'onRefused'> & {
    readonly server: Address
    /** The built page with its stamp empty. */
    readonly page: string
    /** Where other computers reach the server at this moment. */
    readonly addresses: () => readonly Address[]
    /** For people who did not choose one, in BCP 47. */
    readonly language?: string | undefined
    /** Told about every mistake of ours; the client got 500. */
    readonly onMistake: (error: unknown) => void
  }

const LIMITS = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  // We say ourselves what is wrong with a request for no host.
  requireHostHeader: false,
} as const
const MOST_CONNECTIONS = 512
// Node waits this long twice for a client that has taken a part of an answer: 30 s.
const IDLE_FOR_MS = 15_000
/** The longest answer is that to a claim code, after 60 s; and a slow reader holds no page for longer. */
const DONE_WITHIN_MS = 120_000

const BROKEN: Readonly<Record<string, SiteReply>> = {
  HPE_HEADER_OVERFLOW: refusal(431, 'The head of the request is too large.'),
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, 'The request took too long to arrive.'),
}

/** Serves the page for a server that does not do so itself. Not listening yet. Throws an `Error` for no built page. */
export function firstRunServer(order: FirstRun): Server {
  const { server: address, addresses, language, onMistake } = order
  const page = withHomeScreen(order.page)
  const upstream = upstreamAt(address)
  const pages = freshPages({ page, addresses, language, identity: upstream.identity })
  const isHere = isThisComputer(address)
  // The server's address may be one that only this computer can use.
  const serverFor = (ip: string | undefined): Address =>
    isHere && !isLoopback(ip) ? (addresses()[0] ?? address) : address
  const answer = answersFor({ ...order, upstream, page: pages, policy: policyFor(page), serverFor })
  const answering = new Set<Duplex>()

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request
    // No browser or proxy asks again before it was answered. A client that does could pile up questions without end.
    if (answering.has(socket)) return void socket.destroy()
    answering.add(socket)
    socket.setTimeout(DONE_WITHIN_MS)
    const timer = setTimeout(() => socket.destroy(), DONE_WITHIN_MS)
    response.on('close', () => {
      clearTimeout(timer)
      answering.delete(socket)
    })
    // The page takes the time that comes with an answer for the server's; without one it knows none.
    response.sendDate = isHere
    Promise.resolve(request)
      .then(answer)
      .catch((error: unknown) => {
        onMistake(error)
        return refusal(500, 'Something went wrong here.')
      })
      .then((reply) => {
        socket.setTimeout(IDLE_FOR_MS)
        send(response, reply)
      })
      .catch(onMistake)
  }

  const server = createServer(LIMITS, respond)
  server.maxConnections = MOST_CONNECTIONS
  limitPeers(server, order.proxies)
  server.timeout = IDLE_FOR_MS
  // Instead of what Node would say by itself, without our headers.
  server.on('checkContinue', respond)
  server.on('checkExpectation', respond)
  server.on('connect', (_request, socket) => hangUp(socket, refusal(405, "This can't be done here.")))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // In the middle of an answer nothing else may be said.
    if (!socket.writable || answering.has(socket)) socket.destroy()
    else hangUp(socket, BROKEN[error.code ?? ''] ?? refusal(400, "The request can't be read."))
  })
  return server
}
