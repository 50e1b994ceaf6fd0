import * as v from 'valibot'
import { parseJson } from '../lib/json.ts'
import { parseMachineIdentifier, type MachineIdentifier } from '../lib/machine-identifier.ts'
import { own } from '../lib/own.ts'
import { attributesOfXml, type XmlRoot } from './xml.ts'

/** What a server says about being linked to an account. Missing or odd is `unknown`, never `unclaimed`. */
export type Claim = 'claimed' | 'unclaimed' | 'unknown'

/** What `GET /identity` tells (protocol.md §1). `startState` is there while the server is still starting. */
export type Identity = {
  readonly machineIdentifier: MachineIdentifier
  readonly claim: Claim
  readonly version: string | null
  readonly startState: string | null
}

export type ParsedIdentity =
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'failure'; readonly reason: 'another-product' | 'odd-identifier' | 'garbled' }

/** Name and attributes of the root element; null for what is not well-formed. */
export type ReadXml = (text: string) => XmlRoot | null

const Container = v.object({ MediaContainer: v.record(v.string(), v.unknown()) })

/**
 * Reads the body of an answer to `/identity`, JSON or XML, told apart by content: the content type is not
 * reliable (protocol.md §1). `garbled` began as one of the two and broke; `another-product` is anything else,
 * well-formed or not. Programs bring their own reader of XML, since only browsers have one. A byte order mark is white
 * space to `trim`.
 */
export function parseIdentity(text: string, readXml: ReadXml = attributesOfXml): ParsedIdentity {
  const body = text.trim()
  if (body.startsWith('{')) return fromJson(body)
  if (/^<(\?xml|MediaContainer)\b/.test(body)) return fromXml(readXml(body))
  return failure(body === '' ? 'garbled' : 'another-product')
}

function fromJson(body: string): ParsedIdentity {
  const json = parseJson(body)
  if (json === undefined) return failure('garbled')
  const container = v.safeParse(Container, json)
  return container.success ? fromFields(container.output.MediaContainer) : failure('another-product')
}

function fromXml(root: XmlRoot | null): ParsedIdentity {
  if (root === null) return failure('garbled')
  return root.name === 'MediaContainer' ? fromFields(root.attributes) : failure('another-product')
}

function fromFields(fields: Readonly<Record<string, unknown>>): ParsedIdentity {
  const given = own(fields, 'machineIdentifier') ?? ''
  const machineIdentifier = parseMachineIdentifier(given)
  if (machineIdentifier === null) return failure(given === '' ? 'another-product' : 'odd-identifier')
  return {
    kind: 'identity',
    identity: {
      machineIdentifier,
      claim: claimOf(own(fields, 'claimed')),
      version: shortText(own(fields, 'version')),
      startState: shortText(own(fields, 'startState')),
    },
  }
}

function claimOf(value: unknown): Claim {
  if (value === true || value === 1 || value === '1' || value === 'true') return 'claimed'
  if (value === false || value === 0 || value === '0' || value === 'false') return 'unclaimed'
  return 'unknown'
}

function shortText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.replace(/[^\x20-\x7E]/g, '').slice(0, 40)
  return text === '' ? null : text
}

function failure(reason: Extract<ParsedIdentity, { kind: 'failure' }>['reason']): ParsedIdentity {
  return { kind: 'failure', reason }
}
