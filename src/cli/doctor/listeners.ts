/** Somebody listens at a port, by `/proc/net/tcp` and `/proc/net/tcp6`. */
export type PortListener = {
  readonly port: number
  readonly on: 'all' | 'loopback' | 'one'
  /** The number of the socket. */
  readonly inode: string
}

const LISTENING = '0A'
const LOOPBACK_4 = /^[0-9A-F]{6}7F$/
const LOOPBACK_6 = /^0{24}01000000$/
// An IPv4 address as programs for IPv6 see it.
const MAPPED_LOOPBACK = /^0{16}FFFF0000[0-9A-F]{6}7F$/

/** Reads one of these files; lines that are no such are left out. */
export function parseListeners(text: string): readonly PortListener[] {
  return text.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
    const [, host = '', port = ''] =
      /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(local?.toUpperCase() ?? '') ?? []
    if (host === '' || state !== LISTENING || inode === undefined || !/^\d+$/.test(inode)) return []
    return [{ port: parseInt(port, 16), on: placeOf(host), inode }]
  })
}

function placeOf(host: string): PortListener['on'] {
  if (/^0+$/.test(host)) return 'all'
  return LOOPBACK_4.test(host) || LOOPBACK_6.test(host) || MAPPED_LOOPBACK.test(host) ? 'loopback' : 'one'
}
