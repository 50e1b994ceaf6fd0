import { connect } from 'node:net'

/** How long a program without a browser takes to find the media server, ms: a socket for every address at once. */
export async function rawSweep(network: string, withinMs = 5_000): Promise<number | null> {
  const startedMs = performance.now()
  const sockets = Array.from({ length: 254 }, (_, index) =>
    connect({ host: `${network}.${index + 1}`, port: 32400 }),
  )
  const found = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), withinMs)
    for (const socket of sockets) {
      socket.on('error', () => undefined)
      socket.on('connect', () => {
        socket.write(
          'GET /identity HTTP/1.1\r\nHost: server\r\nAccept: application/json\r\nConnection: close\r\n\r\n',
        )
      })
      socket.on('data', (bytes) => {
        if (!bytes.toString().includes('"machineIdentifier":"c0ffee')) return
        clearTimeout(timer)
        resolve(performance.now() - startedMs)
      })
    }
  })
  for (const socket of sockets) socket.destroy()
  return found
}
