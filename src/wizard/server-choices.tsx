import { useLingui } from '@lingui/react/macro'
import { tailOf } from '../lib/machine-identifier.ts'
import { ChoiceList } from '../ui/choice-list.tsx'
import type { Facts } from './facts.ts'
import { hostOf } from './failure-words.ts'
import { useBadge, useServerName } from './known-server.tsx'
import type { Server } from './server-on-screen.ts'
import type { Actions } from './use-actions.ts'

type Props = { servers: readonly Server[]; facts: Facts; actions: Actions }

/** A row for each machine, whatever the number of its addresses. Who can be claimed comes first. */
export function ServerChoices({ servers, facts, actions }: Props) {
  const { t } = useLingui()
  const nameOf = useServerName()
  const badgeOf = useBadge()
  const sorted = [...servers].sort((one, other) => rankOf(one) - rankOf(other))
  return (
    <ChoiceList
      label={t`Servers that answered`}
      choices={sorted.map((server) => {
        const { machineIdentifier, version } = server.identity
        const identifier = `…${tailOf(machineIdentifier)}`
        return {
          key: machineIdentifier,
          title: `${nameOf(server, facts.stamp)} ${identifier}`,
          detail: [hostOf(server.address), version].filter((part) => part !== null).join(' · '),
          badge: badgeOf(server, 'answering'),
          onChoose: () => actions.askOnly({ address: server.address, how: 'picked' }),
        }
      })}
    />
  )
}

function rankOf({ settled }: Server): number {
  return settled === 'unclaimed' ? 0 : 1
}
