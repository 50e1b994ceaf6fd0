import { networksAmong, type OwnNetwork } from './gdm-networks.ts'
import { openGdmSocket, type GdmSocket } from './gdm-socket.ts'
import type { Interfaces } from '../own-addresses.ts'

/** Somebody who plugs a cable in while this runs does not wait long. */
const LOOK_EVERY_MS = 500

type Discovery = {
  /** What the system says about its network interfaces now; may throw. */
  readonly interfaces: () => Interfaces
  /** Everything that comes in, from whomever: the sender's address is an IPv4 address and all that is known. */
  readonly hear: (packet: Uint8Array, from: string, network: OwnNetwork) => void
  /** A network came up after the beginning, or is back. */
  readonly appeared: (network: OwnNetwork) => void
  /** Told what the system calls the reason where it sends no question. */
  readonly unsent?: (code: string) => void
}

/**
 * Asks in every network for servers until `signal` says stop, also in those that come up in the meantime. Networks
 * that go down are no trouble. Tells which networks there were at the beginning.
 */
export function discover(
  { interfaces, hear, appeared, unsent }: Discovery,
  signal: AbortSignal,
): readonly OwnNetwork[] {
  const sockets = new Map<string, GdmSocket>()
  let known = new Set<string>()

  /** The networks that were not there the last time. */
  function look(): readonly OwnNetwork[] {
    const networks = networksNow(interfaces)
    if (networks === null) return []
    const before = known
    known = new Set(networks.map(({ ip }) => ip))
    for (const [ip, socket] of sockets) {
      if (known.has(ip) && socket.isOpen()) continue
      socket.close()
      sockets.delete(ip)
    }
    for (const network of networks.filter(({ ip }) => !sockets.has(ip))) {
      const heard = (packet: Uint8Array, from: string): void => {
        hear(packet, from, network)
      }
      sockets.set(network.ip, openGdmSocket(network.ip, heard, unsent))
    }
    return networks.filter(({ ip }) => !before.has(ip))
  }

  const first = look()
  const timer = setInterval(() => {
    for (const network of look()) appeared(network)
  }, LOOK_EVERY_MS)
  const stop = (): void => {
    clearInterval(timer)
    for (const socket of sockets.values()) socket.close()
  }
  signal.addEventListener('abort', stop, { once: true })
  return first
}

/** Null where the system can't tell at this moment; then everything stays as it is. */
function networksNow(interfaces: () => Interfaces): readonly OwnNetwork[] | null {
  try {
    return networksAmong(interfaces())
  } catch {
    return null
  }
}
