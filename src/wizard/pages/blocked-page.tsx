import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { stepsForBrowser } from '../../diagnosis/blocking-words.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { HandOver } from '../parts/hand-over.tsx'
import { isNamed } from '../screen/trust.ts'

export function BlockedPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const target = facts.candidates.find(
    (candidate) => candidate.source !== 'own-origin' && isNamed(candidate.address, facts),
  )
  return (
    <Panel
      heading={t`Your browser keeps this page off your network`}
      primary={
        <ActionButton action="check-now" look="primary" onPress={actions.checkNow}>
          <Trans>Try again</Trans>
        </ActionButton>
      }
      quiet={target !== undefined && <HandOver address={target.address} look="quiet" />}
    >
      <p>
        <Trans>
          This page came from the internet, and browsers may refuse to let such a page talk to devices at
          home.
        </Trans>
      </p>
      <ul>
        {stepsForBrowser({ browser: facts.browser, openedFrom: 'outside' }).map((step) => (
          <li key={step.id}>{t(step)}</li>
        ))}
        <li>
          <Trans>
            Or open the file “Setup Plex.html” from this computer's disk: a page from the disk may ask.
          </Trans>
        </li>
      </ul>
    </Panel>
  )
}
