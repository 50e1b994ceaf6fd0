import { parseMachineIdentifier, type MachineIdentifier } from '../../lib/machine-identifier.ts'

/** A multicast group and a port in it. */
export type GdmPlace = { readonly group: string; readonly port: number }

const GROUP = '239.0.0.250'
const OLD_GROUP = '239.255.255.250'

/** What to ask, where servers listen for it, and where they announce themselves unasked (protocol.md §8). */
export const GDM: {
  readonly question: string
  readonly asked: readonly GdmPlace[]
  readonly announced: readonly GdmPlace[]
} = {
  question: 'M-SEARCH * HTTP/1.1\r\n\r\n',
  asked: [
    { group: GROUP, port: 32_414 },
    { group: GROUP, port: 32_410 },
    { group: OLD_GROUP, port: 32_410 },
  ],
  // Always one above the port of the questions; players have theirs in between.
  announced: [
    { group: GROUP, port: 32_415 },
    { group: GROUP, port: 32_413 },
    { group: GROUP, port: 32_411 },
    { group: OLD_GROUP, port: 32_411 },
  ],
}

/**
 * What a server says of itself, asked or unasked. Anybody may say it; nothing of it is known to be true.
 */
export type GdmReply = {
  readonly machineIdentifier: MachineIdentifier
  /** Of its web interface, at the address that the reply came from. */
  readonly port: number
  /** Fit for a terminal: at most 80 characters, none of which is a control or turns the writing around. */
  readonly name: string | null
  readonly version: string | null
}

/** Nobody needs more for seven short headers. */
const LONGEST_BYTES = 4_096
const LONGEST_NAME = 80
const MEDIA_SERVER = /^plex\/media-server\s*(;|$)/i
/** An answer, or an announcement. Some servers answer with the words of an announcement. */
const FIRST_LINE = /^(HTTP\/1\.[01] 200( |$)|HELLO \* HTTP\/1\.[01]\s*$)/i
/** Where none is said (protocol.md §8). */
const USUAL_PORT = '32400'

/**
 * Reads a packet that came in; null for whatever is not the reply or announcement of a media server. Where it came from,
 * and not its `Host`, tells where that server is.
 */
export function parseGdmReply(packet: unknown): GdmReply | null {
  if (!(packet instanceof Uint8Array) || packet.length > LONGEST_BYTES) return null
  const [status = '', ...lines] = new TextDecoder().decode(packet).split(/\r?\n/)
  if (!FIRST_LINE.test(status)) return null
  const headers = headersIn(lines)
  if (!MEDIA_SERVER.test(headers.get('content-type') ?? '')) return null
  const machineIdentifier = parseMachineIdentifier(headers.get('resource-identifier'))
  const port = portIn(headers.get('port') ?? USUAL_PORT)
  if (machineIdentifier === null || port === null) return null
  return {
    machineIdentifier,
    port,
    name: nameIn(headers.get('name') ?? ''),
    version: versionIn(headers.get('version') ?? ''),
  }
}

/** The headers up to the empty line, by their names in lower case; of several with the same name the first counts. */
function headersIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of lines) {
    if (line === '') break
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase()
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

function portIn(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}

/** An escape sequence without its escape character is text. */
function nameIn(text: string): string | null {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '').trim()
  // Where it is cut, another blank may be the last.
  return shown === '' ? null : [...shown].slice(0, LONGEST_NAME).join('').trim()
}

function versionIn(text: string): string | null {
  return /^[\w.+-]{1,60}$/.test(text) ? text : null
}
