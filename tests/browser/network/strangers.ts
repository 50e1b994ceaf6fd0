import { createServer } from 'node:net'
import { startHost } from '../../../src/mocks/http-host.ts'

/** Where somebody else may listen: a media server, a tunnel, and what `npm run dev` and `setup-plex serve` take. */
const USUAL_PORTS = [32400, 8888, 5173, 32480] as const
/** Every address of this computer; what one of them leaves free, the next may take. */
const ADDRESSES = ['::', '0.0.0.0', '127.0.0.1', '::1']
const NOT_TO_BE_HAD = ['EADDRINUSE', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']

type Stranger = { readonly stop: () => Promise<unknown> }

/** Listens at a port as long as it is not stopped. */
const KINDS = {
  /** Somebody's media server, claimed long ago. */
  server: (address: string, port: number): Promise<Stranger> =>
    startHost({ behaviour: 'claimed', machineIdentifier: '9'.repeat(40), address, port }),
  /** Accepts every connection and never says a word. */
  dumb: (address: string, port: number): Promise<Stranger> =>
    new Promise((resolve, reject) => {
      const server = createServer((socket) => socket.on('error', () => undefined))
      server.once('error', reject)
      server.listen(port, address, () => resolve({ stop: async () => void server.close() }))
    }),
}

/** Lets somebody listen at every usual port; where somebody does already, that is as good. */
export async function strangersAtUsualPorts(kind: keyof typeof KINDS): Promise<Stranger> {
  const strangers: Stranger[] = []
  const places = USUAL_PORTS.flatMap((port) => ADDRESSES.map((address) => ({ address, port })))
  for (const { address, port } of places) {
    try {
      strangers.push(await KINDS[kind](address, port))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (!NOT_TO_BE_HAD.includes(code)) throw error
    }
  }
  return { stop: () => Promise.all(strangers.map(({ stop }) => stop())) }
}
