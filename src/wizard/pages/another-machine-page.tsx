import { Trans, useLingui } from '@lingui/react/macro'
import { tailOf } from '../../lib/machine-identifier.ts'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { MovedServer } from '../parts/moved-server.tsx'
import { StrangerPanel } from '../parts/stranger-panel.tsx'
import { UseThisOne } from '../parts/use-this-one.tsx'
import { hostOf } from '../words/failure-words.ts'

/** A media server answers, and it is not the one that is wanted. */
export function AnotherMachinePage() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  const { address, machineIdentifier, answering } = useScreen('another-machine')
  const host = hostOf(address)
  // Linking one of them would show the other, or nobody after the next start.
  if (answering === 'in-turn') {
    return (
      <StrangerPanel heading={t`Two servers answer at this address`}>
        <p>
          <Trans>
            At {host}, now one server answers and now another. Give each an address of its own, or stop the
            one that is too many. Nothing is linked before that.
          </Trans>
        </p>
      </StrangerPanel>
    )
  }
  if (answering === 'renewed') {
    return (
      <StrangerPanel heading={t`The server is a new one after each start`}>
        <p>
          <Trans>
            At {host}, the server has had another identifier after every start, so its settings are not kept.
            In Docker, look at the volume for /config first: what is linked now is forgotten with the next
            start.
          </Trans>
        </p>
      </StrangerPanel>
    )
  }
  const stamped = facts.stamp.machineIdentifier
  const served = facts.candidates.some(
    (each) => each.source === 'own-origin' && each.address !== address && each.history?.first != null,
  )
  return (
    <StrangerPanel
      heading={t`That is a different server`}
      offer={
        <>
          <UseThisOne
            tail={tailOf(machineIdentifier)}
            machineIdentifier={machineIdentifier}
            address={address}
          />
          <MovedServer />
        </>
      }
    >
      <p>
        {stamped === null && served ? (
          <Trans>
            The server at {host} is not the one that gave you this page. Yours may have a new address.
          </Trans>
        ) : stamped === null ? (
          <Trans>
            The server at {host} is not the one that answered before. Yours may have a new address.
          </Trans>
        ) : (
          <Trans>
            The server at {host} is not the one that this file belongs to. Yours may have a new address.
          </Trans>
        )}
      </p>
    </StrangerPanel>
  )
}
