import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Place } from '../server/place.ts'
import { HelpLink } from '../routes/help-link.tsx'
import type { Editing } from '../server/systems.ts'
import { BySystem } from './by-system.tsx'
import type { Commands } from './commands.ts'
import { Lines } from './shell.tsx'
import { WhereToType, whereOn } from './where-to-type.tsx'

type Props = {
  place: Place
  commands: readonly Commands[]
  /** What comes after the server was started again. */
  last?: ReactNode
}

/** Stop, backup, change, start, the way back, and away with the backup: always in this order, for each system. */
export function CommandSteps({ place, commands, last }: Props) {
  return (
    <>
      {place === 'windows-service' && <WhoseService />}
      <BySystem
        place={place}
        blocks={commands.map((each) => ({
          name: each.system.name,
          content: <Steps place={place} commands={each} last={last} several={commands.length > 1} />,
        }))}
      />
    </>
  )
}

/** Where Windows says as whom a service logs on. */
export function WhoseService() {
  return (
    <p>
      <Trans>The column “Log On As” in services.msc says which user the service runs as.</Trans>
    </p>
  )
}

type StepsProps = { place: Place; commands: Commands; last: ReactNode; several: boolean }

function Steps({ place, commands, last, several }: StepsProps) {
  const { t } = useLingui()
  const { system, backup, change, restore, discard } = commands
  const { folder, editing, stop, start } = system
  const where = t(whereOn(place))
  const step = (what: string, lines: readonly string[], more?: ReactNode) => (
    <li>
      {what}
      <Lines what={what} where={where} lines={lines} />
      {more}
    </li>
  )
  return (
    <>
      {several && (
        <p>
          <Trans>The data folder</Trans>: <code>{folder}</code>
        </p>
      )}
      {isFile(editing) && (
        <p>
          <HelpLink topic="find-the-file">
            <Trans>Is your folder somewhere else?</Trans>
          </HelpLink>
        </p>
      )}
      <WhereToType place={place} editing={editing} />
      <ol>
        {stop.length === 0 ? <StopByHand place={place} /> : step(t`Stop the server`, stop)}
        {step(
          t`Make a backup`,
          backup,
          <p>
            <Trans>
              The second line must show the backup; if not, stop here. A backup from before is kept: rename
              that one if it is too old.
            </Trans>
          </p>,
        )}
        {step(t`Change the settings`, change)}
        {start.length === 0 ? (
          <li>
            <Trans>Start the server as you always do.</Trans>
          </li>
        ) : (
          step(t`Start the server again`, start)
        )}
        {last !== undefined && <li>{last}</li>}
      </ol>
      <p>
        <Trans>
          To undo the change, stop the server, bring the backup back with this, and start the server.
        </Trans>
      </p>
      <Lines what={t`Bring the backup back`} where={where} lines={restore} />
      <p>
        <Trans>
          The backup holds the server's sign-in as well, which is worth as much as a password. Delete the
          backup as soon as the server works again.
        </Trans>
      </p>
      <Lines what={t`Delete the backup`} where={where} lines={discard} />
    </>
  )
}

/** Is there a file in the data folder to be changed? */
function isFile(editing: Editing): boolean {
  return editing === 'sudo' || editing === 'root' || editing === 'bsd'
}

function StopByHand({ place }: { place: Place }) {
  return (
    <li>
      {place === 'nas' ? (
        <Trans>Stop the server in the Package Center, App Central or Apps of the NAS.</Trans>
      ) : (
        <Trans>Stop the service in services.msc.</Trans>
      )}
    </li>
  )
}
