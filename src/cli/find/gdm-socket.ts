import { createSocket } from 'node:dgram'
import { GDM } from './gdm.ts'

/** Packets get lost, above all the first ones after an interface came up. */
const ASK_AFTER_MS = [0, 250, 1_000]

export type GdmSocket = {
  readonly isOpen: () => boolean
  readonly close: () => void
}

export type GdmEars = {
  readonly hear: (packet: Uint8Array, from: string) => void
  /** A question could not be sent, for this reason of the system. */
  readonly unsent: (code: string) => void
}

/**
 * Asks the network in which this computer has the address `ip`, three times within a second. Hears what comes back
 * until it is closed. Never fails: an interface that is gone closes it. A question that can't be sent is lost, and
 * `unsent` is told what the system calls the reason.
 */
export function openGdmSocket(ip: string, { hear, unsent }: GdmEars): GdmSocket {
  const socket = createSocket('udp4')
  const timers: NodeJS.Timeout[] = []
  let isOpen = true
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    for (const timer of timers) clearTimeout(timer)
    socket.close()
  }
  // With a callback, trouble in sending is told to it and does not end the socket.
  const ask = (): void => {
    for (const { group, port } of GDM.asked) {
      socket.send(GDM.question, port, group, (error: NodeJS.ErrnoException | null) => {
        if (error !== null) unsent(error.code ?? '')
      })
    }
  }
  socket.on('error', close)
  socket.on('message', (packet, { address }) => {
    hear(packet, address)
  })
  socket.bind(0, ip, () => {
    try {
      // Linux goes by the address; others send every question into the network that they like best.
      socket.setMulticastInterface(ip)
    } catch {
      close()
      return
    }
    for (const ms of ASK_AFTER_MS) timers.push(setTimeout(ask, ms))
  })
  return { isOpen: () => isOpen, close }
}
