import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { TypeAddress } from '../parts/type-address.tsx'
import { askingWords } from '../words/asking-words.ts'
import { WhatItTakes } from '../parts/what-it-takes.tsx'

export function LookingPage() {
  const { t } = useLingui()
  const [first] = useWizardContext().facts.candidates
  return (
    <Panel
      heading={t`Looking for your server`}
      after={
        <Disclosure summary={t`Type the server's address`}>
          <TypeAddress />
        </Disclosure>
      }
    >
      <WhatItTakes />
      <Waiting>{first === undefined ? null : t(askingWords(first))}</Waiting>
    </Panel>
  )
}
