import { connect } from 'node:net'
import { startHost, type HostOptions, type PretendHost } from '../mocks/http-host.ts'

/** How far above the wanted port to look. */
const TRIES = 50
const ADDRESS = '127.0.0.1'

// Some systems let two programs listen on the same port of different addresses. Asking is the surer way to leave a real
// server alone.
function somebodyListens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: ADDRESS })
    const finish = (listens: boolean) => {
      socket.destroy()
      resolve(listens)
    }
    socket.setTimeout(500, () => {
      finish(true)
    })
    socket.on('connect', () => {
      finish(true)
    })
    socket.on('error', () => {
      finish(false)
    })
  })
}

/**
 * Starts a pretend host on this port of 127.0.0.1 or on the next free one. Gives back null when fifty in a row are
 * taken.
 */
export async function startHostFrom(port: number, options: HostOptions): Promise<PretendHost | null> {
  for (let candidate = port; candidate < port + TRIES; candidate += 1) {
    if (await somebodyListens(candidate)) continue
    try {
      return await startHost({ ...options, port: candidate, address: ADDRESS })
    } catch (error) {
      // Taken in the meantime, or reserved by the system: the next one.
      if (!(error instanceof Error && 'code' in error)) throw error
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    }
  }
  return null
}
