import * as v from 'valibot'
import { parseOrigin, type Address } from '../lib/address.ts'
import { parseJson } from '../lib/json.ts'
import { parseMachineIdentifier } from '../lib/machine-identifier.ts'
import { EMPTY_STAMP, type Stamp, type StampedSignIn } from './stamp.ts'

const MOST_ADDRESSES = 32
const LONGEST_STAMP = 256 * 1024

// To the library's schemas a list is an object too.
const PlainObject = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

const Shape = v.object({
  format: v.optional(v.literal(1)),
  writtenAt: v.optional(v.unknown()),
  server: v.optional(PlainObject, {}),
  signIn: v.optional(v.unknown()),
})
const SignIn = v.object({
  code: v.pipe(v.string(), v.regex(/^([a-z0-9]{4}|[a-z0-9]{25})$/i)),
  expiresAt: v.string(),
})

/**
 * Reads the stamp from the text of its element. Never throws. A part that cannot be read is left out and makes
 * the stamp `broken`; a stamp that is no JSON object of format 1 is empty and `broken`.
 */
export function parseStamp(text: unknown): Stamp {
  if (typeof text !== 'string' || text.trim() === '') return EMPTY_STAMP
  const shape = v.safeParse(
    v.pipe(PlainObject, Shape),
    text.length > LONGEST_STAMP ? undefined : parseJson(text),
  )
  if (!shape.success) return { ...EMPTY_STAMP, broken: true }
  const { server, signIn, writtenAt } = shape.output

  let broken = false
  function field<T>(value: unknown, read: (value: unknown) => T | null): T | null {
    if (value === undefined) return null
    const result = read(value)
    if (result === null) broken = true
    return result
  }
  const get = (name: string): unknown => (Object.hasOwn(server, name) ? server[name] : undefined)
  const addresses = originsIn(get('addresses'))
  const stamp = {
    machineIdentifier: field(get('machineIdentifier'), parseMachineIdentifier),
    friendlyName: field(get('friendlyName'), displayName),
    version: field(get('version'), (value) =>
      typeof value === 'string' && /^[\w.+-]{1,60}$/.test(value) ? value : null,
    ),
    platform: field(get('platform'), platformOf),
    addresses: addresses.readable,
    enforced: field(get('enforced'), (value) => (typeof value === 'boolean' ? value : null)),
    page: field(get('page'), ownPath),
    signIn: field(signIn, parseSignIn),
    writtenAtMs: field(writtenAt, parseTime),
  }
  return { ...stamp, broken: broken || addresses.lost }
}

/** Text to show, without what could turn the words around it upside down: control and bidi characters. */
function displayName(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '').trim()
  return text === '' ? null : [...text].slice(0, 80).join('')
}

function platformOf(value: unknown): Stamp['platform'] {
  return value === 'Windows' || value === 'MacOSX' || value === 'Linux' ? value : null
}

/** The addresses that can be read, and whether any was lost; one that is written twice is no loss. */
function originsIn(value: unknown): { readonly readable: readonly Address[]; readonly lost: boolean } {
  if (value === undefined) return { readable: [], lost: false }
  if (!Array.isArray(value)) return { readable: [], lost: true }
  const parsed = value.slice(0, MOST_ADDRESSES).map(parseOrigin)
  const readable = [...new Set(parsed.filter((address) => address !== null))]
  return { readable, lost: value.length > MOST_ADDRESSES || parsed.includes(null) }
}

/** A path on the server itself: what leads to another host is not one. */
function ownPath(value: unknown): string | null {
  return typeof value === 'string' && /^\/(?!\/)[\w./~-]{0,200}$/.test(value) ? value : null
}

function parseSignIn(value: unknown): StampedSignIn | null {
  const signIn = v.safeParse(SignIn, value)
  const expiresAtMs = signIn.success ? parseTime(signIn.output.expiresAt) : null
  return signIn.success && expiresAtMs !== null ? { code: signIn.output.code, expiresAtMs } : null
}

function parseTime(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return null
  const epochMs = Date.parse(value)
  return Number.isNaN(epochMs) ? null : epochMs
}
