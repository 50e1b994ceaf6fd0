import { hearAnnouncements } from './gdm-announcements.ts'
import { holds, networksAmong, type OwnNetwork } from './gdm-networks.ts'
import { openGdmSocket, type GdmEars, type GdmSocket } from './gdm-socket.ts'
import type { Interfaces } from '../own-addresses.ts'

/** Somebody who plugs a cable in while this runs does not wait long. */
const LOOK_EVERY_MS = 500

type Discovery = {
  /** What the system says about its network interfaces now; may throw. */
  readonly interfaces: () => Interfaces
  /** Everything that comes in, from whomever: the sender's address is an IPv4 address and all that is known. */
  readonly hear: (packet: Uint8Array, from: string, network: OwnNetwork) => void
  /** The network could not be asked, for this reason of the system. */
  readonly unsent: (code: string, network: OwnNetwork) => void
  /** A network came up after the beginning, or is back. */
  readonly appeared: (network: OwnNetwork) => void
}

/**
 * Asks in every network for servers until `signal` says stop, also in those that come up in the meantime. Hears those
 * that announce themselves, too. Networks that go down are no trouble. Tells which networks there are at any time.
 */
export function discover(
  { interfaces, hear, unsent, appeared }: Discovery,
  signal: AbortSignal,
): () => readonly OwnNetwork[] {
  const sockets = new Map<string, GdmSocket>()
  let known: readonly OwnNetwork[] = []
  const announcements = hearAnnouncements((packet, from) => {
    const network = known.find((each) => holds(each, from)) ?? known[0]
    if (network !== undefined) hear(packet, from, network)
  })

  /** The networks that were not there the last time. */
  function look(): readonly OwnNetwork[] {
    const networks = networksNow(interfaces)
    if (networks === null) return []
    const before = known
    known = networks
    for (const [ip, socket] of sockets) {
      if (networks.some((network) => network.ip === ip) && socket.isOpen()) continue
      socket.close()
      sockets.delete(ip)
    }
    for (const network of networks.filter(({ ip }) => !sockets.has(ip))) {
      const ears: GdmEars = {
        hear: (packet, from) => {
          hear(packet, from, network)
        },
        unsent: (code) => {
          unsent(code, network)
        },
      }
      sockets.set(network.ip, openGdmSocket(network.ip, ears))
      announcements.join(network.ip)
    }
    return networks.filter(({ ip }) => !before.some((network) => network.ip === ip))
  }

  look()
  const timer = setInterval(() => {
    for (const network of look()) appeared(network)
  }, LOOK_EVERY_MS)
  const stop = (): void => {
    clearInterval(timer)
    announcements.close()
    for (const socket of sockets.values()) socket.close()
  }
  signal.addEventListener('abort', stop, { once: true })
  return () => known
}

/** Null where the system can't tell at this moment; then everything stays as it is. */
function networksNow(interfaces: () => Interfaces): readonly OwnNetwork[] | null {
  try {
    return networksAmong(interfaces())
  } catch {
    return null
  }
}
