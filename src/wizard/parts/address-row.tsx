import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { TypeAddress } from './type-address.tsx'

/** The address field among more ways; open where somebody is in the middle of typing one. */
export function AddressRow() {
  const { t } = useLingui()
  const { draft } = useWizardContext()
  return (
    <Disclosure
      icon="address"
      summary={t`Type the server's address`}
      startsOpen={draft.text !== '' || draft.typing}
    >
      <TypeAddress />
    </Disclosure>
  )
}
