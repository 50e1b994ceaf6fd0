import { useLingui } from '@lingui/react/macro'
import { tailOf } from '../../lib/machine-identifier.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { hostOf } from '../words/failure-words.ts'
import { useBadge, useServerName } from './known-server.tsx'
import type { Server } from '../screen/server.ts'
import { shortVersion } from '../words/version-words.ts'

/** A row for each machine, whatever the number of its addresses. Who can be claimed comes first. */
export function ServerChoices({ servers }: { servers: readonly Server[] }) {
  const { actions } = useWizardContext()
  const { t } = useLingui()
  const nameOf = useServerName()
  const badgeOf = useBadge()
  const sorted = [...servers].sort((one, other) => rankOf(one) - rankOf(other))
  return (
    <ChoiceList
      label={t`Servers that answered`}
      choices={sorted.map((server) => {
        const { machineIdentifier, version } = server.identity
        return {
          key: machineIdentifier,
          title: nameOf(server),
          identifier: `…${tailOf(machineIdentifier)}`,
          detail: [hostOf(server.address), version === null ? null : shortVersion(version)]
            .filter((part) => part !== null)
            .join(' · '),
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
