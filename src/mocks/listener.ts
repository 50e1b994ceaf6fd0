import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** An HTTP server whose port can be closed and opened again. */
export interface Listener {
  /** Known after the first `open`, and kept. */
  port(): number
  /** Fails with the system's error when the port is taken. */
  open(): Promise<void>
  /** Ends every connection as well, so that the next one is really refused. */
  close(): Promise<void>
}

/** `port` 0 takes a free one. */
export function listenerFor(handle: RequestListener, wantedPort: number, address: string): Listener {
  let port = wantedPort
  const sockets = new Set<Socket>()
  const server = createServer(handle)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('clientError', (_error, socket) => socket.destroy())

  return {
    port: () => port,
    open: () =>
      new Promise((resolve, reject) => {
        if (server.listening) return resolve()
        server.once('error', reject)
        server.listen(port, address, () => {
          server.off('error', reject)
          port = (server.address() as AddressInfo).port
          resolve()
        })
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve()
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      }),
  }
}

export function originOf(address: string, port: number): string {
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
}
