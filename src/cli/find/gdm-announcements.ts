import { createSocket } from 'node:dgram'
import { GDM, type GdmPlace } from './gdm.ts'

export type GdmAnnouncements = {
  /** Listens in the network in which this computer has the address `ip` as well. */
  readonly join: (ip: string) => void
  readonly close: () => void
}

/**
 * Hears servers that announce themselves unasked. Where questions are filtered, that is the only sign of them. Never
 * fails: a place that can't be had is not listened to.
 */
export function hearAnnouncements(hear: (packet: Uint8Array, from: string) => void): GdmAnnouncements {
  const ears = GDM.announced.map((place) => openEar(place, hear))
  return {
    join: (ip) => {
      for (const ear of ears) ear.join(ip)
    },
    close: () => {
      for (const ear of ears) ear.close()
    },
  }
}

function openEar(
  { group, port }: GdmPlace,
  hear: (packet: Uint8Array, from: string) => void,
): GdmAnnouncements {
  // A server of this computer may listen there, too.
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  const early: string[] = []
  let state: 'opening' | 'open' | 'closed' = 'opening'
  const join = (ip: string): void => {
    if (state === 'opening') early.push(ip)
    if (state !== 'open') return
    try {
      socket.addMembership(group, ip)
    } catch {
      // Joined before, or the network is gone again.
    }
  }
  const close = (): void => {
    if (state === 'closed') return
    state = 'closed'
    socket.close()
  }
  socket.on('error', close)
  socket.on('message', (packet, { address }) => {
    hear(packet, address)
  })
  // Bound to the group, it takes no packet from a program here that is meant for that one. Windows can't do that.
  socket.bind(port, process.platform === 'win32' ? undefined : group, () => {
    if (state === 'closed') return
    state = 'open'
    for (const ip of early.splice(0)) join(ip)
  })
  return { join, close }
}
