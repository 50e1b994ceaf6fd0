import { Trans, useLingui } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import { FIND_LINE, MOVED_LINE, SYSTEMS } from '../server/systems.ts'
import { BySystem } from './by-system.tsx'
import { WhoseService } from './command-steps.tsx'
import { fetchLines } from './fetch-lines.ts'
import { FoldersOf } from './folders-of.tsx'
import type { HelpProps } from './help-props.ts'
import { OpeningFacts } from './opening-facts.tsx'
import { HelpArticle, Lines, Source } from './shell.tsx'
import { WHERE } from './where-to-type.tsx'

/** Where a server leaves the file, and how to get it to another computer. */
export function FindTheFilePage({ place, choosePlace }: HelpProps) {
  const { t } = useLingui()
  return (
    <HelpArticle heading={t`Where the file is`}>
      <p>
        <Trans>
          Each time it starts, the server writes “Setup Plex.html” into its data folder. Open the file in a
          browser on any computer in the same network.
        </Trans>
      </p>
      {choosePlace}
      {place !== null && (
        <>
          <section>
            <h2>
              <Trans>The data folder</Trans>
            </h2>
            <FoldersOf place={place} />
            <PlaceNote place={place} />
          </section>
          <section>
            <h2>
              <Trans>To another computer</Trans>
            </h2>
            <HowToFetch place={place} />
            <p>
              <Trans>
                Only the server's own user may read the file, so you may need to be an administrator. The file
                holds no password and no token, but it does tell where your server is; don't put it on the
                internet.
              </Trans>
            </p>
          </section>
        </>
      )}
      <OpeningFacts place={place} />
      <Source article={202915258} title="Where is the Plex Media Server data directory located?" />
    </HelpArticle>
  )
}

function HowToFetch({ place }: { place: Place }) {
  const { t } = useLingui()
  switch (place) {
    case 'windows-app':
    case 'windows-service':
    case 'mac':
      return (
        <p>
          <Trans>Copy the file to a shared folder or a USB stick, and open the copy.</Trans>
        </p>
      )
    case 'linux':
    case 'rented':
    case 'docker':
      return (
        <>
          <p>
            <Trans>
              Paste these lines one by one into a terminal on this computer. &lt;user&gt; is your name there,
              &lt;server&gt; the computer's name or IP address. The last line deletes what the first one
              copied. As root you need no sudo.
            </Trans>
          </p>
          <BySystem
            place={place}
            blocks={SYSTEMS[place].map((system) => ({
              name: system.name,
              content: (
                <Lines what={t`Fetch the file`} where={t(WHERE.here)} lines={fetchLines(place, system)} />
              ),
            }))}
          />
        </>
      )
    case 'nas':
      return (
        <p>
          <Trans>
            Copy the file with the file manager of the NAS into a shared folder, and open the copy.
          </Trans>
        </p>
      )
  }
}

function PlaceNote({ place }: { place: Place }) {
  switch (place) {
    case 'windows-app':
      return (
        <p>
          <Trans>Paste this into the address line of the Explorer.</Trans>
        </p>
      )
    case 'windows-service':
      return <WhoseService />
    case 'mac':
      return (
        <p>
          <Trans>In the Finder, choose “Go to Folder…” in the menu “Go”, and paste this.</Trans>
        </p>
      )
    case 'linux':
    case 'rented':
      return <NotThere lines={[MOVED_LINE, `sudo ${FIND_LINE}`]} />
    case 'docker':
    case 'nas':
      return <NotThere lines={[`sudo ${FIND_LINE}`]} />
  }
}

function NotThere({ lines }: { lines: readonly string[] }) {
  const { t } = useLingui()
  return (
    <>
      <p>
        <Trans>
          If none of these is there, the folder was moved. Here is how to find it: Preferences.xml lies right
          in it.
        </Trans>
      </p>
      <Lines what={t`Find the data folder`} where={t(WHERE.server)} lines={lines} />
    </>
  )
}
