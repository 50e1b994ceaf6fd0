import type { Server } from 'node:http'
import { networkPartOf, sameIp } from './hosts.ts'

/** Browsers open six at once, and a family may sit behind one address. */
const MOST_OF_ONE = 64

/**
 * Nobody holds all connections alone: who has 64 open gets no more. A computer has as many IPv6 addresses as it likes
 * in its network, so these count as one. Named proxies ask for many people and are left alone.
 */
export function limitPeers(server: Server, proxies: readonly string[]): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const { remoteAddress } = socket
    if (remoteAddress === undefined || proxies.some((proxy) => sameIp(proxy, remoteAddress))) return
    const peer = networkPartOf(remoteAddress)
    const others = open.get(peer) ?? 0
    if (others >= MOST_OF_ONE) {
      socket.destroy()
      return
    }
    open.set(peer, others + 1)
    socket.once('close', () => {
      const left = (open.get(peer) ?? 1) - 1
      if (left > 0) open.set(peer, left)
      else open.delete(peer)
    })
  })
}
