import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { DAMAGED_AFTER_MS, RESTARTS_AGAIN_FROM } from '../../diagnosis/reading.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Remark } from '../../ui/remark.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'
import { secondsOfStart } from '../words/starting-words.ts'

export function StartingPage() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  const { server, sinceMs, restarts } = useScreen('starting')
  const minutes = DAMAGED_AFTER_MS / 60_000
  return (
    <Panel
      heading={t`Your server is starting`}
      card={server !== null && <KnownServer server={server} health="starting" />}
      after={
        <Disclosure icon="info" summary={t`What if the start never ends?`}>
          <p>
            <Trans>
              If the server is still starting after {minutes} minutes, the database may be damaged. Linking
              can't fix that, and neither does installing again: restore a backup of the database first. Your
              media files are safe.
            </Trans>
          </p>
        </Disclosure>
      }
    >
      <p>
        <Trans>
          Most servers are ready within two minutes; after an update, a large library may take half an hour.
          Leave this page open; everything goes on by itself. Don't restart the server: the start would begin
          anew.
        </Trans>
      </p>
      {restarts >= RESTARTS_AGAIN_FROM && (
        <Remark kind="trouble">
          <p>
            <Plural
              value={restarts}
              one="The server began anew once, as if something stopped the start halfway."
              other="The server began anew # times, as if something stopped the start halfway."
            />
          </p>
          <p>
            <Trans>
              In a container, give the health check more time to start, and let nothing restart the server
              meanwhile.
            </Trans>
          </p>
        </Remark>
      )}
      <Waiting>
        <Lasting forMs={facts.now.monotonicMs - sinceMs} />
      </Waiting>
    </Panel>
  )
}

function Lasting({ forMs }: { forMs: number }) {
  const seconds = secondsOfStart(forMs)
  if (seconds === null) return <Trans>Starting now</Trans>
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? (
    <Plural value={seconds} one="Starting for one second" other="Starting for # seconds" />
  ) : (
    <Plural value={minutes} one="Starting for one minute" other="Starting for # minutes" />
  )
}
