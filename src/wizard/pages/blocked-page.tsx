import { Trans, useLingui } from '@lingui/react/macro'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { BrowserFamily } from '../../lib/browser.ts'
import { Diagnosis } from '../diagnosis.tsx'
import { HandOver } from '../hand-over.tsx'
import type { PageProps } from '../page-props.ts'
import { isNamed } from '../trust.ts'

export function BlockedPage({ stage, facts, actions }: PageProps<'blocked'>) {
  const { t } = useLingui()
  const target = facts.candidates.find(
    (candidate) => candidate.source !== 'own-origin' && isNamed(candidate, facts),
  )
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
      after={<Diagnosis facts={facts} stage={stage} />}
    >
      <p>
        <Trans>
          This page came from the internet, and browsers may refuse to let such a page talk to devices at
          home.
        </Trans>
      </p>
      <ul>
        <li>
          <Steps family={facts.browser.family} />
        </li>
        {facts.browser.onMac && (
          <li>
            <Trans>
              On this Mac, the browser has to be switched on under System Settings, Privacy & Security, Local
              Network.
            </Trans>
          </li>
        )}
        <li>
          <Trans>
            Or open the file “Setup Plex.html” from this computer's disk: a page from the disk may ask.
          </Trans>
        </li>
      </ul>
    </Panel>
  )
}

function Steps({ family }: { family: BrowserFamily }) {
  switch (family) {
    case 'chromium':
      return (
        <Trans>
          Press the sign to the left of the address above, open the settings for this site, and allow “Local
          network access”. Then try again.
        </Trans>
      )
    case 'firefox':
      return (
        <Trans>
          Press the shield or the lock to the left of the address above, and allow this page to reach devices
          on your local network. Where HTTPS-Only Mode is on, make an exception for this page. Then try again.
        </Trans>
      )
    case 'safari':
    case 'other':
      return <Trans>If the browser asks whether this page may reach your local network, allow it.</Trans>
  }
}
