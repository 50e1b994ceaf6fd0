import { Trans, useLingui } from '@lingui/react/macro'
import { stepsForBrowser } from '../../diagnosis/blocking-words.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { CheckAgain } from '../parts/check-again.tsx'
import { HandOver } from '../parts/hand-over.tsx'
import { isNamed } from '../screen/trust.ts'

/** The browser keeps a page from the internet off the network at home. */
export function BlockedPage() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  const target = facts.candidates.find(
    (candidate) => candidate.source !== 'own-origin' && isNamed(candidate.address, facts),
  )
  const [first, second] = stepsForBrowser({ browser: facts.browser, openedFrom: 'outside' })
  const rest = second === undefined ? ([] as const) : ([t(second)] as const)
  return (
    <Panel
      heading={t`Your browser blocks this page from your home network`}
      steps={first === undefined ? undefined : [t(first), ...rest]}
      primary={<CheckAgain look="primary" />}
      after={
        <>
          {target !== undefined && (
            <Disclosure icon="page" summary={t`The server's own page`}>
              <p>
                <Trans>Going to the server's own page is not blocked.</Trans>
              </p>
              <p>
                <HandOver address={target.address} look="quiet" />
              </p>
            </Disclosure>
          )}
          <Disclosure icon="file" summary={t`Open this file from the disk`}>
            <p>
              <Trans>
                Save this page, and open the file “Setup Plex.html” from this computer's disk: a page from the
                disk may reach the network.
              </Trans>
            </p>
          </Disclosure>
        </>
      }
    >
      <p>
        <Trans>
          Your server may be fine. This page came from the internet, and browsers may refuse to let such a
          page talk to devices at home.
        </Trans>
      </p>
    </Panel>
  )
}
