import { Trans, useLingui } from '@lingui/react/macro'
import type { Address } from '../../lib/address.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'

type Props = { machineIdentifier: MachineIdentifier; tail: string; address: Address }

/** Takes the stranger for the server. What that means is read before the button is there to be pressed. */
export function UseThisOne({ machineIdentifier, tail, address }: Props) {
  const { t } = useLingui()
  const { actions } = useWizardContext()
  return (
    <Disclosure icon="server" summary={t`Use this one instead`}>
      <p>
        <Trans>
          This is another server, with the identifier …{tail}. If you go on, this other server gets linked to
          your Plex account. Do so only if you know the server and it is yours.
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
  )
}
