import { Trans, useLingui } from '@lingui/react/macro'
import { tailOf } from '../../lib/machine-identifier.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { StrangerPanel } from '../parts/stranger-panel.tsx'
import { hostOf } from '../words/failure-words.ts'

/** A media server answers, and it is not the one that is wanted. */
export function AnotherMachinePage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { address, machineIdentifier, answering } = useScreen('another-machine')
  const stamped = facts.stamp.machineIdentifier
  const served = facts.candidates.some(
    (each) => each.source === 'own-origin' && each.address !== address && each.history?.first != null,
  )
  const host = hostOf(address)
  const tail = tailOf(machineIdentifier)
  // Linking one of them would show the other, or nobody after the next start.
  if (answering === 'in-turn') {
    return (
      <StrangerPanel heading={t`Two servers answer at this address`}>
        <Trans>
          At {host}, now one server answers and now another. Give each an address of its own, or stop the one
          that is too many. Nothing is linked before that.
        </Trans>
      </StrangerPanel>
    )
  }
  if (answering === 'renewed') {
    return (
      <StrangerPanel heading={t`The server is a new one after each start`}>
        <Trans>
          At {host}, the server has had another identifier after every start, so its settings are not kept. In
          Docker, look at the volume for /config first: what is linked now is forgotten with the next start.
        </Trans>
      </StrangerPanel>
    )
  }
  return (
    <StrangerPanel
      offer={
        <Disclosure summary={t`Use this one instead`}>
          <p>
            <Trans>
              This is another server, with the identifier …{tail}. If you go on, it is the one that gets
              linked to your account. Do so only if you know it and it is yours.
            </Trans>
          </p>
          <p>
            <ActionButton
              action="use-instead"
              look="quiet"
              onPress={() => actions.useInstead(machineIdentifier, address)}
            >
              <Trans>Go on with server …{tail}</Trans>
            </ActionButton>
          </p>
        </Disclosure>
      }
    >
      {stamped === null && served ? (
        <Trans>At {host} there is a different server than the one that gave you this page.</Trans>
      ) : stamped === null ? (
        <Trans>At {host} there is a different server than the one that answered before.</Trans>
      ) : (
        <Trans>At {host} there is a different server than the one this file belongs to.</Trans>
      )}
    </StrangerPanel>
  )
}
