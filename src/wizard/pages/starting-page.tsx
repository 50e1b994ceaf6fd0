import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { DAMAGED_AFTER_MS, RESTARTS_AGAIN_FROM } from '../../diagnosis/reading.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'

export function StartingPage() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  const { server, sinceMs, restarts } = useScreen('starting')
  const minutes = DAMAGED_AFTER_MS / 60_000
  return (
    <Panel
      heading={t`Your server is starting`}
      after={
        <Disclosure summary={t`What if it never ends?`}>
          <p>
            <Trans>
              If yours still says so after {minutes} minutes, its database may be damaged. Claiming can't fix
              that, and neither does installing again: restore a backup of the database first. Your media
              files are safe.
            </Trans>
          </p>
        </Disclosure>
      }
    >
      <p>
        <Trans>
          Most servers are ready within two minutes; after an update, a large library may take half an hour.
          Leave this page open; it goes on by itself. Don't restart the server: it would begin anew.
        </Trans>
      </p>
      {restarts >= RESTARTS_AGAIN_FROM && (
        <Remark kind="trouble">
          <Trans>
            It has begun anew {restarts} times, as if something stopped it before it is ready. In a container,
            give its health check more time to start, and let nothing restart it meanwhile.
          </Trans>
        </Remark>
      )}
      <Waiting>
        <Lasting forMs={facts.now.monotonicMs - sinceMs} />
      </Waiting>
      {server !== null && <KnownServer server={server} health="starting" />}
    </Panel>
  )
}

function Lasting({ forMs }: { forMs: number }) {
  const seconds = Math.max(0, Math.round(forMs / 1_000))
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? (
    <Plural value={seconds} one="Starting for one second" other="Starting for # seconds" />
  ) : (
    <Plural value={minutes} one="Starting for one minute" other="Starting for # minutes" />
  )
}
