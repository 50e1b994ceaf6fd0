import { Trans, useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { Source } from '../facts/candidates.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { TypeAddress } from '../parts/type-address.tsx'
import { WhatItTakes } from '../parts/what-it-takes.tsx'
import { hostOf } from '../words/failure-words.ts'

export function LookingPage() {
  const { t } = useLingui()
  const [first] = useWizardContext().facts.candidates
  return (
    <Panel
      drawing="looking"
      heading={t`Looking for your server`}
      after={
        <Disclosure summary={t`Type the server's address`}>
          <TypeAddress />
        </Disclosure>
      }
    >
      <WhatItTakes />
      <Waiting>
        {first === undefined ? null : <Asking source={first.source} host={hostOf(first.address)} />}
      </Waiting>
    </Panel>
  )
}

function Asking({ source, host }: { source: Source; host: string }) {
  switch (source) {
    case 'url':
      return <Trans>Checking {host}.</Trans>
    case 'own-origin':
      return <Trans>Checking {host}, where this page came from.</Trans>
    case 'stamp':
      return <Trans>Checking the addresses that the server wrote into this file.</Trans>
    case 'used':
      return <Trans>Checking the addresses that you used before.</Trans>
    case 'loopback':
      return <Trans>Checking this device.</Trans>
    case 'search':
      return <Trans>Checking the addresses that the search found.</Trans>
  }
}
