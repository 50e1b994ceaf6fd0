import { useLingui } from '@lingui/react/macro'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { AddressRow } from '../parts/address-row.tsx'
import { askingWords } from '../words/asking-words.ts'
import { WhatItTakes } from '../parts/what-it-takes.tsx'

export function LookingPage() {
  const { t } = useLingui()
  const [first] = useWizardContext().facts.candidates
  return (
    <Panel heading={t`Looking for your server`} after={<AddressRow />}>
      <WhatItTakes />
      <Waiting>{first === undefined ? null : t(askingWords(first))}</Waiting>
    </Panel>
  )
}
