import { Trans, useLingui } from '@lingui/react/macro'
import { DAMAGED_AFTER_MS } from '../../diagnosis/reading.ts'
import { ago } from '../../i18n/ago.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'

export function StartingPage() {
  const { t, i18n } = useLingui()
  const { facts } = useWizardContext()
  const { server, sinceMs } = useScreen('starting')
  const minutes = DAMAGED_AFTER_MS / 60_000
  const since = ago(facts.now.monotonicMs - sinceMs, i18n.locale)
  return (
    <Panel
      drawing="starting"
      heading={t`Your server is starting`}
      after={
        <Disclosure summary={t`What if it never ends?`}>
          <p>
            <Trans>
              Most servers are ready within two minutes; after an update of a large library it may take
              longer. If yours still says so after {minutes} minutes, its database may be damaged. Claiming
              can't fix that, and neither does installing again: restore a backup of the database first. Your
              media files are safe.
            </Trans>
          </p>
        </Disclosure>
      }
    >
      <p>
        <Trans>
          This takes from a few seconds to a few minutes. Leave this page open; it goes on by itself.
        </Trans>
      </p>
      <Waiting>
        <Trans>First seen starting: {since}.</Trans>
      </Waiting>
      {server !== null && <KnownServer server={server} health="starting" />}
    </Panel>
  )
}
