import type { Identity } from '../server/identity.ts'
import { readStamp, type StampValue } from '../stamp/format.ts'

export type StampedServer = NonNullable<StampValue['server']>

/** The format's limit (contract.md §2). */
const MOST_ADDRESSES = 32

/**
 * What to write into a page for this server. What the server says of itself comes over the network. A version, name or
 * platform that the page could not read back is left out.
 */
export function stampOf(
  identity: Pick<Identity, 'machineIdentifier' | 'version'> | null,
  addresses: readonly string[],
  more: Pick<StampedServer, 'friendlyName' | 'platform' | 'page'> = {},
  language?: string,
): StampValue {
  const { machineIdentifier, version } = identity ?? {}
  const said = { version: version ?? undefined, ...more }
  const { unreadable } = readStamp({ server: said })
  const readable = Object.entries(said).filter(
    ([name, value]) => value !== undefined && !unreadable.includes(`server.${name}`),
  )
  return {
    format: 1,
    writtenAt: new Date().toISOString(),
    ...(language === undefined ? {} : { language }),
    server: {
      ...(machineIdentifier === undefined ? {} : { machineIdentifier }),
      ...Object.fromEntries(readable),
      addresses: addresses.slice(0, MOST_ADDRESSES),
    },
  }
}
