import type { Address } from '../../lib/address.ts'
import { ask } from '../../lib/http.ts'
import { parseJson } from '../../lib/json.ts'
import type { StampedServer } from '../stamp-of.ts'

export type SelfDescription = Pick<StampedServer, 'friendlyName' | 'platform'>

const PLATFORMS = ['Windows', 'MacOSX', 'Linux'] as const

/**
 * What a server says of itself beyond its identity. Only an unclaimed one does, and only where it need not be claimed
 * (protocol.md §3). Everything else is no trouble and says nothing. Never fails; takes 5 s at most.
 */
export async function selfDescriptionOf(server: Address): Promise<SelfDescription> {
  const reply = await ask(`${server}/`)
  return reply.kind === 'reply' && reply.status === 200 ? parseSelfDescription(parseJson(reply.text)) : {}
}

/** Reads what `/` answers; whatever is not said, or not in a way that can be read, is left out. */
export function parseSelfDescription(value: unknown): SelfDescription {
  const container = objectIn(value, 'MediaContainer')
  const { friendlyName, platform } = container
  const known = PLATFORMS.find((each) => each === platform)
  return {
    ...(typeof friendlyName === 'string' ? { friendlyName } : {}),
    ...(known === undefined ? {} : { platform: known }),
  }
}

function objectIn(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return {}
  const inner = (value as Readonly<Record<string, unknown>>)[name]
  return typeof inner === 'object' && inner !== null ? { ...inner } : {}
}
