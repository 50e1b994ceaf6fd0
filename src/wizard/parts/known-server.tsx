import { useLingui } from '@lingui/react/macro'
import type { ComponentProps } from 'react'
import { tailOf } from '../../lib/machine-identifier.ts'
import { ServerCard } from '../../ui/server-card.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Health } from '../screen/screen.ts'
import type { Server } from '../screen/server.ts'
import { answeredInMs, cardLine, nameOf, versionOf } from '../words/server-words.ts'

type Badge = ComponentProps<typeof ServerCard>['badge']

/** The server's own name where the file tells it; the network does not. */
export function useServerName(): (server: Server) => string {
  const { t } = useLingui()
  const { stamp } = useWizardContext().facts
  return (server) => {
    const name = nameOf(server, stamp)
    return typeof name === 'string' ? name : t(name)
  }
}

export function useBadge(): (server: Server, health: Health, isHearsay?: boolean) => Badge {
  const { t } = useLingui()
  return ({ settled }, health, isHearsay = false) => {
    if (health === 'starting' && settled !== 'claimed') return { icon: 'starting', word: t`Starting` }
    switch (settled) {
      case 'claimed':
        // Green and a tick are for what is known.
        return isHearsay
          ? { icon: 'unknown', word: t`Reported as linked` }
          : { icon: 'claimed', word: t`Linked` }
      case 'unclaimed':
        return { icon: 'unclaimed', word: t`Not linked yet` }
      case 'unknown':
        return { icon: 'unknown', word: t`Status unknown` }
      case null:
        return { icon: 'unknown', word: t`Checking…` }
    }
  }
}

/** The card of the server on screen: where it is, which one it is, how it is. */
export function KnownServer(props: { server: Server; health?: Health; isHearsay?: boolean }) {
  const { server, health = 'answering', isHearsay } = props
  const { stamp } = useWizardContext().facts
  const { t } = useLingui()
  const serverName = useServerName()
  const badgeOf = useBadge()
  const { identity, history } = server
  const version = versionOf(server, stamp)
  const tookMs = answeredInMs(server)
  const tail = tailOf(identity.machineIdentifier)
  return (
    <ServerCard
      name={serverName(server)}
      badge={badgeOf(server, health, isHearsay)}
      line={cardLine(server)}
      note={history.failures === 0 ? undefined : t`Not answering at the moment`}
      details={t`Details`}
      rows={[
        { term: t`Identifier`, text: `…${tail}`, ltr: true },
        ...(version === '' ? [] : [{ term: t`Version`, text: version, ltr: true }]),
        { term: t`Last answer`, text: t`within ${tookMs} ms` },
      ]}
    />
  )
}
