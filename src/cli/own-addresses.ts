import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'
import { parseOrigin, type Address } from '../lib/address.ts'
import { classOf, type AddressClass } from '../lib/address-class.ts'

/** What the system says about its network interfaces, by their names. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** Of containers and virtual machines: only this computer itself reaches anybody there. */
const BRIDGE = /^(docker|br-|veth|virbr|podman|cni|lxc|lxd|vmnet|vboxnet|vEthernet|VirtualBox|VMware)/i
/** Does an interface of this name lead to containers or virtual machines of this computer, and to nobody else? */
export function isBridge(name: string): boolean {
  return BRIDGE.test(name)
}

/** The place in the row of each kind of address; what is not named here is no use to another computer. */
const ORDER: Partial<Record<AddressClass, number>> = {
  private: 0,
  'unique-local': 1,
  shared: 2,
  public: 3,
  'link-local': 5,
}
const BRIDGE_ORDER = 4
const LAST_RESORT = 5

/**
 * Where other computers may reach a server that runs on this one. Home networks come first, then VPNs and public
 * addresses, then bridges to containers. No loopback, and link-local addresses only where there are no others.
 */
export function addressesAmong(interfaces: Interfaces, server: Address): readonly Address[] {
  const { protocol, port } = new URL(server)
  const ranked = Object.entries(interfaces).flatMap(([name, all = []]) =>
    all.flatMap(({ address: ip, internal }) => {
      const host = ip.includes(':') ? `[${ip}]` : ip
      const address = parseOrigin(`${protocol}//${host}${port === '' ? '' : `:${port}`}`)
      // One with a zone, such as fe80::1%eth0, can't be part of an address that a browser takes.
      const kind = address === null || internal ? undefined : ORDER[classOf(address)]
      if (address === null || kind === undefined || (kind === LAST_RESORT && host !== ip)) return []
      return [{ address, order: isBridge(name) && kind < BRIDGE_ORDER ? BRIDGE_ORDER : kind }]
    }),
  )
  const useful = ranked.some(({ order }) => order < LAST_RESORT)
    ? ranked.filter(({ order }) => order < LAST_RESORT)
    : ranked
  const sorted = useful.sort((one, other) => one.order - other.order)
  return [...new Set(sorted.map(({ address }) => address))]
}

/** Does this address lead to the very computer that this program runs on? */
export function isThisComputer(server: Address, interfaces: Interfaces = networkInterfaces()): boolean {
  if (classOf(server) === 'loopback') return true
  const { hostname } = new URL(server)
  const own = Object.values(interfaces).flatMap((all = []) => all.map(({ address }) => address))
  return own.some(
    (ip) => hostname === (ip.includes(':') ? new URL(`http://[${ip.replace(/%.*/, '')}]`).hostname : ip),
  )
}

/** Where other computers may reach this server: all addresses of this computer, or the one that was given. */
export function addressesFor(
  server: Address,
  interfaces: Interfaces = networkInterfaces(),
): readonly Address[] {
  if (!isThisComputer(server, interfaces)) return [server]
  const own = addressesAmong(interfaces, server)
  // A person who gave a number that others can use means that one first.
  return own.includes(server) ? [server, ...own.filter((address) => address !== server)] : own
}
