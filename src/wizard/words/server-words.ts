import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Stamp } from '../../stamp/stamp.ts'
import type { Server } from '../screen/server.ts'
import { hostOf } from './failure-words.ts'
import { shortVersion } from './version-words.ts'

const PLATFORMS = { Windows: 'Windows', MacOSX: 'macOS', Linux: 'Linux' } as const

function wrote(stamp: Stamp, { identity }: Server): boolean {
  return stamp.machineIdentifier === identity.machineIdentifier
}

/** The server's own name where the file tells it; the network does not. */
export function nameOf(server: Server, stamp: Stamp): string | MessageDescriptor {
  return (wrote(stamp, server) ? stamp.friendlyName : null) ?? msg`Media server`
}

/** Where it is and what runs there, in one line. */
export function cardLine({ address, identity }: Server): string {
  const version = identity.version === null ? null : shortVersion(identity.version)
  return [hostOf(address), version].filter((part) => part !== null).join(' · ')
}

/** Platform and version as far as they are known, else nothing. */
export function versionOf(server: Server, stamp: Stamp): string {
  const platform = wrote(stamp, server) && stamp.platform !== null ? PLATFORMS[stamp.platform] : null
  return [platform, server.identity.version].filter((part) => part !== null).join(' · ')
}

/** How long its newest readable answer took, in whole milliseconds. */
export function answeredInMs({ tookMs }: Server): number {
  return Math.max(1, Math.round(tookMs))
}
