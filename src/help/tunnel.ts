import { parseAddress, type Address } from '../lib/address.ts'

/** What is needed for a tunnel to a server far away. */
export type Tunnel = {
  readonly user: string
  readonly host: string
  /** Where its SSH listens. */
  readonly port: number
  /** The near end, on this computer. */
  readonly localPort: number
}

export type TunnelProblem = 'user' | 'host' | 'port'

/** The near ends that are tried, in this order; the first is the one that everybody uses (protocol.md §7). */
export const LOCAL_PORTS = [8888, 8889, 8890, 18888] as const

/**
 * Reads what was typed. Only what names and numbers are made of gets through. So nothing in the line to copy can be
 * anything but a user, a host and a port.
 */
export function parseTunnel(fields: {
  readonly user: unknown
  readonly host: unknown
  readonly port: unknown
  readonly localPort: number
}): { readonly tunnel: Tunnel } | { readonly problem: TunnelProblem } {
  const [user, host, port] = [fields.user, fields.host, fields.port].map((field) =>
    typeof field === 'string' ? field.trim() : '',
  )
  if (user === undefined || !/^[A-Za-z_][\w.-]{0,63}$/.test(user)) return { problem: 'user' }
  if (host === undefined || !isHost(host)) return { problem: 'host' }
  const number = port === '' ? 22 : Number(port)
  if (!/^\d{0,5}$/.test(port ?? '') || number < 1 || number > 65_535) return { problem: 'port' }
  return { tunnel: { user, host, port: number, localPort: fields.localPort } }
}

function isHost(text: string): boolean {
  if (/^[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*$/.test(text))
    return text.length <= 253
  return /^[0-9a-f:]{2,39}$/i.test(text) && parseAddress(`[${text}]`).kind === 'address'
}

/** What runs on the person's own computer, as far as the line differs. Windows has ssh since 10. */
export type OwnSystem = 'windows' | 'old-windows' | 'mac' | 'linux'

/** What a browser says of the system it runs on, for a first guess; the person may know better. */
export function parseOwnSystem(userAgent: unknown): OwnSystem {
  const text = typeof userAgent === 'string' ? userAgent : ''
  // Every later Windows calls itself 10 as well.
  if (/Windows/.test(text)) return /Windows NT [1-6]\./.test(text) ? 'old-windows' : 'windows'
  return /Macintosh/.test(text) ? 'mac' : 'linux'
}

/** The line that makes the tunnel. PuTTY's plink has another letter for the port. */
export function tunnelCommand({ user, host, port, localPort }: Tunnel, system: OwnSystem): string {
  const [program, letter] = system === 'old-windows' ? ['plink -ssh', '-P'] : ['ssh', '-p']
  const via = port === 22 ? '' : `${letter} ${port} `
  return `${program} ${via}-L ${localPort}:127.0.0.1:32400 ${user}@${host}`
}

/** The line that makes one to a pod (protocol.md §7). */
export function portForwardCommand(localPort: number): string {
  return `kubectl port-forward pod/<name> ${localPort}:32400`
}

/** Where the server answers once the tunnel is there. */
export function nearEnd(localPort: number): Address {
  const parsed = parseAddress(`127.0.0.1:${localPort}`)
  if (parsed.kind !== 'address') throw new Error('The near end of a tunnel is an address')
  return parsed.address
}
