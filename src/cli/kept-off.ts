import { connect } from 'node:net'
import type { Address } from '../lib/address.ts'
import { classOf } from '../lib/address-class.ts'

/** macOS refuses at once; where a computer is missing, finding that out takes seconds. */
const AT_ONCE_MS = 1_000

export const KEPT_OFF =
  'macOS keeps this program off the network: run it from the app Terminal, or allow the app that started it in System ' +
  'Settings, Privacy & Security, Local Network.'

/** Does this reason of the system mean that macOS lets this program reach nobody in the network? (protocol.md §8) */
export function meansKeptOff(code: string, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && code === 'EHOSTUNREACH'
}

/** Tries the connection once more, to hear the system's own reason. Never fails. */
export async function isKeptOff(
  address: Address,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  // Asking for nothing would only take time.
  if (platform !== 'darwin' || classOf(address) === 'loopback') return false
  const { hostname, port, protocol } = new URL(address)
  const usual = protocol === 'https:' ? 443 : 80
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? usual : Number(port),
      timeout: AT_ONCE_MS,
    })
    const end = (kept: boolean): void => {
      socket.destroy()
      resolve(kept)
    }
    socket.on('connect', () => {
      end(false)
    })
    socket.on('timeout', () => {
      end(false)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      end(meansKeptOff(error.code ?? '', platform))
    })
  })
}
