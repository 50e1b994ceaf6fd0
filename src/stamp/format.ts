import * as v from 'valibot'
import { parseOrigin, type Address } from '../lib/address.ts'
import { parseLanguageTag } from '../lib/language-tag.ts'
import { parseMachineIdentifier } from '../lib/machine-identifier.ts'
import { own } from '../lib/own.ts'
import { EMPTY_STAMP, type Stamp, type StampedSignIn } from './stamp.ts'

/** What a server may write (docs/embedding.md). All of it is optional. */
export type StampValue = {
  readonly format?: 1
  /** ISO 8601, in UTC or with an offset. */
  readonly writtenAt?: string
  /** What the people around the server speak, as in `de` or `pt-BR` (BCP 47). */
  readonly language?: string
  readonly server?: {
    /** 32 to 64 hexadecimal digits. */
    readonly machineIdentifier?: string
    /** Shown as text; up to 80 characters. */
    readonly friendlyName?: string
    readonly version?: string
    readonly platform?: 'Windows' | 'MacOSX' | 'Linux'
    /** Origins such as `http://192.168.1.10:32400`, at most 32, the best first. */
    readonly addresses?: readonly string[]
    /** Must this server be claimed? */
    readonly enforced?: boolean
    /** Path where the server itself serves the page. */
    readonly page?: string
  }
  /** A PIN that the server obtained from the account service, 4 or 25 letters and digits; never a token. */
  readonly signIn?: { readonly code: string; readonly expiresAt: string }
}

/** The stamp as it is in the built page: filled by replacing the two characters between the tags. */
export const EMPTY_ELEMENT = '<script id="setup-stamp" type="application/json">{}</script>'
/** Of the text between the tags, in UTF-16 code units. */
export const LONGEST_STAMP = 256 * 1024
const MOST_ADDRESSES = 32

// To the library's schemas a list is an object too.
const PlainObject = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
const SignIn = v.object({
  code: v.pipe(v.string(), v.regex(/^([a-z0-9]{4}|[a-z0-9]{25})$/i)),
  expiresAt: v.string(),
})

/**
 * Reads what is or will be between the tags, as JSON parses it. Never throws. `unreadable` names the parts that were
 * left out because they are not what the format asks for (`server.addresses`), or the whole as `stamp`.
 */
export function readStamp(value: unknown): { readonly stamp: Stamp; readonly unreadable: readonly string[] } {
  const whole = v.safeParse(PlainObject, value)
  if (!whole.success) return { stamp: { ...EMPTY_STAMP, broken: true }, unreadable: ['stamp'] }
  const format = own(whole.output, 'format')
  if (format !== undefined && format !== 1) {
    return { stamp: { ...EMPTY_STAMP, broken: true }, unreadable: ['format'] }
  }

  const unreadable: string[] = []
  function part<T>(of: unknown, path: string, read: (value: unknown) => T | null): T | null {
    const name = path.slice(path.indexOf('.') + 1)
    const given = own(of, name)
    const result = given === undefined ? null : read(given)
    if (given !== undefined && result === null) unreadable.push(path)
    return result
  }
  const server = part(value, 'server', objectOf)
  const addresses = originsIn(own(server, 'addresses'))
  const stamp = {
    machineIdentifier: part(server, 'server.machineIdentifier', parseMachineIdentifier),
    friendlyName: part(server, 'server.friendlyName', displayName),
    version: part(server, 'server.version', versionOf),
    platform: part(server, 'server.platform', platformOf),
    addresses: addresses.readable,
    enforced: part(server, 'server.enforced', (given) => (typeof given === 'boolean' ? given : null)),
    page: part(server, 'server.page', ownPath),
    signIn: part(value, 'signIn', parseSignIn),
    language: part(value, 'language', parseLanguageTag),
    writtenAtMs: part(value, 'writtenAt', parseTime),
  }
  if (addresses.lost) unreadable.push('server.addresses')
  return { stamp: { ...stamp, broken: unreadable.length > 0 }, unreadable }
}

function objectOf(value: unknown): object | null {
  return v.is(PlainObject, value) ? value : null
}

/**
 * A pattern that knows kinds of characters. Firefox before 78 does not, and takes `plain` instead, which knows the worst of
 * them.
 */
function kindsOf(pattern: string, plain: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return new RegExp(plain, flags.replace('u', ''))
  }
}

// Control and bidi characters could turn the words around a name upside down. Fillers and the empty Braille cell
// (U+2800) make names that nobody sees.
const UNSEEN = kindsOf(
  '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\u2800]',
  '[\\0-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ud800-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb]',
  'gu',
)
const MARKS = '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u20d0-\\u20ff]'
// No script needs more than a few marks on a letter; a tower of them covers the lines above.
const MARKS_TOO_MANY = kindsOf('(\\p{M}{3})\\p{M}+', `(${MARKS}{3})${MARKS}+`, 'gu')
const STRAY_MARKS = kindsOf('(^|\\s)\\p{M}+', `(^|\\s)${MARKS}+`, 'gu')
const SOMETHING_TO_SEE = kindsOf('[\\p{L}\\p{N}\\p{P}\\p{S}]', '\\S', 'u')

/** Text to show: at most 80 characters, each of which can be seen, and none that changes the words around it. */
function displayName(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const whole = value.replace(UNSEEN, '').replace(STRAY_MARKS, '$1').replace(MARKS_TOO_MANY, '$1').trim()
  // Where it is cut, another blank may be the last, and what could be seen may have stood behind.
  const text = [...whole].slice(0, 80).join('').trim()
  return SOMETHING_TO_SEE.test(text) ? text : null
}

function versionOf(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.+-]{1,60}$/.test(value) ? value : null
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
