import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { HandOver } from '../hand-over.tsx'
import type { PageProps } from '../page-props.ts'

export function BlockedPage({ facts, actions }: PageProps<'blocked'>) {
  const { t } = useLingui()
  const target = facts.candidates.find(({ source }) => source !== 'own-origin')
  return (
    <Panel
      drawing="blocked"
      heading={t`Your browser keeps this page off your network`}
      primary={
        <ActionButton action="check-now" look="primary" onPress={actions.checkNow}>
          <Trans>Try again</Trans>
        </ActionButton>
      }
      quiet={target !== undefined && <HandOver address={target.address} stamp={facts.stamp} look="quiet" />}
    >
      <p>
        <Trans>
          This page came from the internet, and browsers may refuse to let such a page talk to devices at
          home.
        </Trans>
      </p>
      <ul>
        <li>
          <Trans>If the browser asks whether this page may reach your local network, allow it.</Trans>
        </li>
        <li>
          <Trans>
            Or open the file “Setup Plex.html” from this computer's disk: a page from the disk may ask.
          </Trans>
        </li>
      </ul>
    </Panel>
  )
}
