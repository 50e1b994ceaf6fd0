import { connect } from 'node:net'
import { parseOrigin, type Address } from '../../lib/address.ts'
import { classOf } from '../../lib/address-class.ts'
import { atMost } from './at-most.ts'
import { holds, type OwnNetwork } from './gdm-networks.ts'

const SERVER_PORT = 32_400
/** What a home router copes with, and nobody takes for an attack. */
const AT_ONCE = 16
/** Nobody in the same network takes longer to say that something listens. */
const CONNECTED_WITHIN_MS = 800
/** Somebody in more networks than that is no person at home. */
const MOST_NETWORKS = 4
const LAST_HOST = 254

/**
 * Where neighbours of this computer may be: at most 254 addresses of each private network that it is in. They begin as
 * its own does. Nobody else's network, no VPN by the carrier, and no bridge to its own containers.
 */
export function neighboursIn(networks: readonly OwnNetwork[]): readonly Address[] {
  const own = networks.filter(
    ({ ip, kind, cidr }) => kind === 'network' && cidr !== null && classOf(addressAt(ip)) === 'private',
  )
  const all = own.slice(0, MOST_NETWORKS).flatMap((network) =>
    Array.from({ length: LAST_HOST }, (_, index) => network.ip.replace(/\d+$/, String(index + 1)))
      .filter((ip) => holds(network, ip))
      .map(addressAt),
  )
  return [...new Set(all)]
}

/** The longest that asking so many addresses takes. */
export function sweepTakesMs(addresses: number): number {
  return Math.ceil(addresses / AT_ONCE) * CONNECTED_WITHIN_MS
}

/**
 * Tells of every one of these addresses where something listens. It only connects, says nothing and hangs up. Ends when
 * all were tried, or when `signal` says stop; never fails.
 */
export async function sweep(
  addresses: readonly Address[],
  listens: (address: Address) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const inTurn = atMost(AT_ONCE)
  const tried = addresses.map(
    (address) =>
      new Promise<void>((resolve) => {
        inTurn(async () => {
          if (!signal.aborted && (await connects(address))) void listens(address).finally(resolve)
          else resolve()
        })
      }),
  )
  await Promise.all(tried)
}

function connects(address: Address): Promise<boolean> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: CONNECTED_WITHIN_MS })
    const end = (listens: boolean) => (): void => {
      socket.destroy()
      resolve(listens)
    }
    socket.on('connect', end(true)).on('timeout', end(false)).on('error', end(false))
  })
}

function addressAt(ip: string): Address {
  const address = parseOrigin(`http://${ip}:${SERVER_PORT}`)
  if (address === null) throw new Error(`${ip} is an IPv4 address`)
  return address
}
