import type { ServerResponse } from 'node:http'
import type { Behaviour } from './behaviours.ts'
import { listenerFor, originOf } from './listener.ts'
import { machine, type MachineOptions } from './machine.ts'
import { send, wireRequestOf } from './send.ts'
import type { Times } from './times.ts'
import type { WireAnswer } from './wire.ts'

export interface HostOptions extends MachineOptions {
  /** 0, or nothing, takes a free one. */
  readonly port?: number
  readonly address?: string
  /** The page that the server itself serves at `/setup`. */
  readonly page?: () => string
}

export interface HostRequest {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly origin: string | null
  readonly cookie: string | null
}

/** A pretend host on a real socket. */
export interface PretendHost {
  readonly origin: string
  readonly port: number
  behaviour(): Behaviour
  machineIdentifier(): string
  /** Resolves when the new behaviour holds, also for the port (`refusing` closes it). */
  become(behaviour: Behaviour, times?: Partial<Times>): Promise<void>
  approve(machineIdentifier: string): void
  requests(): readonly HostRequest[]
  /** Closes the port and every connection: the computer is switched off. */
  stop(): Promise<void>
  /** Listens again on the same port. */
  start(): Promise<void>
}

/** A server that is busy with its database serves no page either, and a silent one serves nothing. */
function withholdsPage(answer: WireAnswer): boolean {
  return !('status' in answer) || answer.status === 503
}

function servePage(html: string, response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(html)
}

/** The same hosts as in the pretend network, over HTTP. Fails with the system's error when the port is taken. */
export async function startHost(options: HostOptions): Promise<PretendHost> {
  const { page, address = '127.0.0.1' } = options
  const pretend = machine(options)
  const log: HostRequest[] = []
  let running = true

  const listener = listenerFor(
    (incoming, response) => {
      incoming.resume()
      const request = wireRequestOf(incoming, originOf(address, listener.port()))
      if (request === null) {
        response.writeHead(400).end()
        return
      }
      const { method, url, headers } = request
      log.push({
        at: Date.now(),
        method,
        path: url.pathname + url.search,
        origin: headers.get('origin'),
        cookie: headers.get('cookie'),
      })
      const answer = pretend.answer(request)
      const asksForPage = method === 'GET' && url.pathname === '/setup'
      if (page !== undefined && asksForPage && !withholdsPage(answer)) servePage(page(), response)
      else send(answer, response)
    },
    options.port ?? 0,
    address,
  )

  const settle = () => (running && pretend.behaviour() !== 'refusing' ? listener.open() : listener.close())
  // Opened once in any case, so that a host that begins by refusing has a port of its own.
  await listener.open()
  await settle()

  return {
    origin: originOf(address, listener.port()),
    port: listener.port(),
    behaviour: pretend.behaviour,
    machineIdentifier: pretend.machineIdentifier,
    become: (behaviour, times) => {
      pretend.become(behaviour, times)
      return settle()
    },
    approve: pretend.approve,
    requests: () => [...log],
    stop: () => {
      running = false
      return settle()
    },
    start: () => {
      running = true
      return settle()
    },
  }
}
