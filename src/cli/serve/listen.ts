import type { Server } from 'node:http'
import { isIP, type AddressInfo } from 'node:net'
import { EXIT, Problem } from '../problem.ts'
import { parseHost } from './hosts.ts'

/** A number of this computer, IPv6 without brackets, and a port; 0 takes a free one. */
export type ListenAddress = { readonly ip: string; readonly port: number }

/** Reads what stands behind --listen. Throws a `Problem` for names: they may lead to another interface tomorrow. */
export function parseListenAddress(text: string): ListenAddress {
  const { name = '', port = '' } = parseHost(text) ?? {}
  // Both kinds of loopback have this name; browsers try this one too.
  const ip = name === 'localhost' ? '127.0.0.1' : name.replace(/^\[|\]$/g, '')
  if (isIP(ip) === 0 || port === '') {
    throw new Problem(
      '--listen takes a number of this computer and a port, such as 127.0.0.1:32480.',
      EXIT.usage,
    )
  }
  return { ip, port: Number(port) }
}

const REFUSALS: Readonly<Record<string, (at: string) => string>> = {
  EADDRINUSE: (at) => `Something else listens at ${at} already; choose another port with --listen.`,
  EADDRNOTAVAIL: (at) => `${at} is no address of this computer; choose another with --listen.`,
  EACCES: (at) => `This user may not listen at ${at}; choose a port above 1023 with --listen.`,
}

/** Begins to listen, and resolves to the port. Rejects with a `Problem` where the system refuses. */
export function listenAt(server: Server, place: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = REFUSALS[error.code ?? '']?.(listenName(place))
      reject(sentence === undefined ? error : new Problem(sentence, EXIT.refused))
    })
    server.listen({ host: place.ip, port: place.port, ipv6Only: false }, () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Does it stand for all addresses of this computer? */
export function isEverywhere({ ip }: ListenAddress): boolean {
  return ip === '0.0.0.0' || ip === '::'
}

export function listenName({ ip, port }: ListenAddress): string {
  return `${isIP(ip) === 6 ? `[${ip}]` : ip}:${port}`
}
