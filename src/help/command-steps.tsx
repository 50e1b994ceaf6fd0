import { Trans, useLingui } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import type { Commands } from './commands.ts'
import { FoldersOf } from './folders-of.tsx'
import { Lines } from './shell.tsx'

/** Stop, backup, change, start: always in this order. */
export function CommandSteps({ place, commands }: { place: Place; commands: Commands }) {
  const { t } = useLingui()
  const byFolder = place === 'docker' || place === 'nas'
  return (
    <>
      <p>
        <WhereToType place={place} />
      </p>
      <section>
        <h2>
          <Trans>1. Stop the server</Trans>
        </h2>
        {commands.stop.length === 0 ? (
          <p>
            <Trans>Stop it in the package centre of the NAS.</Trans>
          </p>
        ) : (
          <Lines label={t`Stop the server`} lines={commands.stop} />
        )}
        {place === 'windows-service' && (
          <p>
            <Trans>Stop the service as well, in the list of services of Windows.</Trans>
          </p>
        )}
      </section>
      <section>
        <h2>
          <Trans>2. Make a backup</Trans>
        </h2>
        {byFolder && <FoldersOf place={place} />}
        <Lines label={t`Make a backup`} lines={commands.backup} />
      </section>
      <section>
        <h2>
          <Trans>3. Change the settings</Trans>
        </h2>
        <Lines label={t`Change the settings`} lines={commands.change} />
      </section>
      <section>
        <h2>
          <Trans>4. Start it again</Trans>
        </h2>
        {commands.start.length === 0 ? (
          <p>
            <Trans>Start it as you always do.</Trans>
          </p>
        ) : (
          <Lines label={t`Start it again`} lines={commands.start} />
        )}
      </section>
    </>
  )
}

function WhereToType({ place }: { place: Place }) {
  switch (place) {
    case 'windows-app':
      return (
        <Trans>
          On the server's computer, open “Command Prompt” and paste the lines there, one step at a time.
        </Trans>
      )
    case 'windows-service':
      return (
        <Trans>
          On the server's computer, sign in as the user under whom the service runs, open “Command Prompt” and
          paste the lines there, one step at a time.
        </Trans>
      )
    case 'mac':
    case 'linux':
      return (
        <Trans>
          On the server's computer, open a terminal and paste the lines there, one step at a time.
        </Trans>
      )
    case 'rented':
      return <Trans>Sign in to the computer by SSH and paste the lines there, one step at a time.</Trans>
    case 'docker':
      return (
        <Trans>
          On the container's host, open a terminal. Put your container's name for &lt;container&gt;, and for
          &lt;folder&gt; the folder on the host that stands for the one below.
        </Trans>
      )
    case 'nas':
      return (
        <Trans>
          Open a terminal on the NAS by SSH, or edit the file by hand. Put the folder below for
          &lt;folder&gt;.
        </Trans>
      )
  }
}
