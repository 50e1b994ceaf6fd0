import { createSocket, type RemoteInfo } from 'node:dgram'

const GROUPS = ['239.0.0.250', '239.255.255.250']
const PORT = 32_414
/** Where servers announce themselves. */
const ANNOUNCED = { group: '239.0.0.250', port: 32_415 }

export interface GdmFields {
  readonly machineIdentifier: string
  readonly name: string
  readonly version: string
  /** Of the web interface. */
  readonly port: number
}

export interface ResponderOptions {
  /** The addresses of the interfaces on which it listens. */
  readonly on: readonly string[]
  /** What it sends back to each that asks, packet by packet. */
  readonly packets: () => Iterable<string | Uint8Array>
  /** 32414 unless given. */
  readonly port?: number
}

/** Something that replies when the network is asked for servers. */
export interface PretendResponder {
  /** Who asked so far, question by question. */
  questions(): readonly RemoteInfo[]
  stop(): Promise<void>
}

/** What a server replies, as it goes over the wire. `headers` are added, or replace those of the same name. */
export function gdmReply(fields: GdmFields, headers: Readonly<Record<string, string>> = {}): string {
  const all = {
    'Content-Type': 'plex/media-server',
    Host: '0123456789abcdef0123456789abcdef.plex.direct',
    Name: fields.name,
    Port: String(fields.port),
    'Resource-Identifier': fields.machineIdentifier,
    'Updated-At': '1764000000',
    Version: fields.version,
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.0 200 OK\r\n${lines.join('')}\r\n`
}

/** Listens for questions. Fails with the system's error where an interface or the port can't be had. */
export async function startResponder({
  on,
  packets,
  port = PORT,
}: ResponderOptions): Promise<PretendResponder> {
  const asked: RemoteInfo[] = []
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  socket.on('message', (question, from) => {
    if (!question.toString('latin1').startsWith('M-SEARCH * HTTP/1.')) return
    asked.push(from)
    for (const packet of packets()) socket.send(packet, from.port, from.address, () => undefined)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, () => {
      socket.off('error', reject)
      resolve()
    })
  })
  // An interface that goes away takes its packets with it, and nothing else.
  socket.on('error', () => undefined)
  for (const ip of on) for (const group of GROUPS) socket.addMembership(group, ip)
  return {
    questions: () => [...asked],
    stop: () =>
      new Promise((resolve) => {
        socket.close(resolve)
      }),
  }
}

/** Says this packet unasked, five times a second, into the networks of these interfaces. Gives back what ends it. */
export function startAnnouncing(on: readonly string[], packet: string): () => Promise<void> {
  const sockets = on.map((ip) => {
    const socket = createSocket('udp4')
    socket.on('error', () => undefined)
    socket.bind(0, ip, () => {
      socket.setMulticastInterface(ip)
    })
    return socket
  })
  const timer = setInterval(() => {
    for (const socket of sockets) socket.send(packet, ANNOUNCED.port, ANNOUNCED.group, () => undefined)
  }, 200)
  return async () => {
    clearInterval(timer)
    await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(resolve))))
  }
}
