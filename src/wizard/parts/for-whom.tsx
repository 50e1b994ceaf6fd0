import { Trans } from '@lingui/react/macro'
import { isolated } from '../../lib/isolated.ts'
import { tailOf } from '../../lib/machine-identifier.ts'
import type { Server } from '../screen/server.ts'
import { useServerName } from './known-server.tsx'

/** What a sign-in on another device does, and for whom it is: people are tricked with codes for that (docs/security.md). */
export function ForWhom({ server }: { server: Server }) {
  const name = isolated(useServerName()(server))
  const tail = tailOf(server.identity.machineIdentifier)
  return (
    <Trans>
      This links the server “{name}”, whose identifier ends in {tail}, to the Plex account that signs in. Only
      continue if you started this.
    </Trans>
  )
}
