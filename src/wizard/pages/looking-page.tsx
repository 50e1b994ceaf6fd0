import { Trans, useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { Source } from '../facts/candidates.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { TypeAddress } from '../parts/type-address.tsx'
import { hostOf } from '../words/failure-words.ts'

export function LookingPage() {
  const { t } = useLingui()
  const [first] = useWizardContext().facts.candidates
  return (
    <Panel
      heading={t`Looking for your server`}
      after={
        <Disclosure summary={t`Type its address`}>
          <TypeAddress />
        </Disclosure>
      }
    >
      <Waiting>
        {first === undefined ? null : <Asking source={first.source} host={hostOf(first.address)} />}
      </Waiting>
    </Panel>
  )
}

function Asking({ source, host }: { source: Source; host: string }) {
  switch (source) {
    case 'url':
      return <Trans>Asking {host}.</Trans>
    case 'own-origin':
      return <Trans>Asking {host}, where this page came from.</Trans>
    case 'stamp':
      return <Trans>Asking the addresses it left in this file.</Trans>
    case 'used':
      return <Trans>Asking the addresses that you used before.</Trans>
    case 'loopback':
      return <Trans>Asking this computer.</Trans>
    case 'search':
      return <Trans>Asking the addresses that the search found.</Trans>
  }
}
