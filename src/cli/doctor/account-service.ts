import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import { connect as secure, type PeerCertificate } from 'node:tls'
import { codeOf } from './within.ts'

/** What servers ask at the account service (protocol.md §4). A constant: nothing that anybody says replaces it. */
export const ACCOUNT_HOST = 'plex.tv'
const HTTPS = 443

/** What a secure connection came to. */
export type SecureAnswer =
  | { readonly kind: 'answer'; readonly head: string }
  | {
      readonly kind: 'not-trusted'
      readonly code: string
      readonly issuer: unknown
    }
  | { readonly kind: 'not-secure' | 'no-answer' }

/** The three steps of the way there. Each may be replaced, so that tests ask nobody. */
export type AccountSteps = {
  /** The numbers that the name leads to; rejects with the system's error. */
  readonly numbersOf: (name: string) => Promise<readonly string[]>
  /** Connects to one of them; rejects with the system's error. */
  readonly connectTo: (ip: string) => Promise<Socket>
  /** Goes on securely, and asks for nothing but the head of an answer. */
  readonly ask: (socket: Socket, name: string) => Promise<SecureAnswer>
}

export const ACCOUNT_STEPS: AccountSteps = {
  numbersOf: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  connectTo: (ip) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: ip, port: HTTPS })
      socket.once('connect', () => {
        resolve(socket)
      })
      // Also later: one that nobody waits for any more may fail as well.
      socket.on('error', reject)
    }),
  ask: askSecurely,
}

/** Of an answer's head nobody needs more. */
const MOST_BYTES = 16 * 1_024

/**
 * Begins a secure connection and asks `HEAD /`. There is no token, no cookie and no name of this computer in it. Where
 * the certificate is not the account's, not even that is sent.
 */
function askSecurely(socket: Socket, name: string): Promise<SecureAnswer> {
  return new Promise((resolve) => {
    // Looked at before anything is said, so that the certificate can be told of where it is refused.
    const channel = secure({ socket, servername: name, rejectUnauthorized: false })
    let isSecure = false
    let head = ''
    const end = (answer: SecureAnswer): void => {
      channel.destroy()
      resolve(answer)
    }
    channel.once('secureConnect', () => {
      isSecure = true
      if (channel.authorized) {
        channel.write(`HEAD / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)
        return
      }
      const { issuer } = channel.getPeerCertificate() as Partial<PeerCertificate>
      end({
        kind: 'not-trusted',
        code: errorCodeOf(channel.authorizationError),
        issuer: issuer?.O ?? issuer?.CN,
      })
    })
    channel.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1')
      if (head.includes('\r\n\r\n') || head.length > MOST_BYTES) end({ kind: 'answer', head })
    })
    const failed = (): void => {
      end({ kind: isSecure ? 'no-answer' : 'not-secure' })
    }
    channel.once('error', failed)
    channel.once('close', failed)
  })
}

/** Node has a code here, or an error that has one, and says that it is always an error. */
function errorCodeOf(error: unknown): string {
  return typeof error === 'string' ? error : codeOf(error)
}
