import { Trans, useLingui } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import { FoldersOf } from './folders-of.tsx'
import type { HelpProps } from './help-props.ts'
import { HelpArticle, Lines, Source } from './shell.tsx'

/** Where a server leaves the file, and how to get it to another computer. */
export function FindTheFilePage({ place, choosePlace }: HelpProps) {
  const { t } = useLingui()
  return (
    <HelpArticle heading={t`Where the file is`}>
      <p>
        <Trans>
          Each time it starts, the server writes “Setup Plex.html” into its data folder. Open it in a browser
          on any computer of the same network.
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
                Only the server's own user may read the file, so you may need to be an administrator. It holds
                no password and no token, but it does tell where your server is; don't put it on the internet.
              </Trans>
            </p>
          </section>
        </>
      )}
      <Source article="202915258-where-is-the-plex-media-server-data-directory-located" />
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
          <Trans>Copy it to a shared folder or a USB stick, and open it from there.</Trans>
        </p>
      )
    case 'linux':
    case 'rented':
      return (
        <Lines
          label={t`Fetch the file`}
          lines={[
            `ssh <user>@<server> 'sudo cat "/var/lib/plexmediaserver/Library/Application Support/Plex Media Server/Setup Plex.html"' > "Setup Plex.html"`,
          ]}
        />
      )
    case 'docker':
      return (
        <Lines
          label={t`Fetch the file`}
          lines={[
            'docker cp "<container>:/config/Library/Application Support/Plex Media Server/Setup Plex.html" .',
          ]}
        />
      )
    case 'nas':
      return (
        <p>
          <Trans>
            Copy it with the file manager of the NAS into a shared folder, and open it from there.
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
      return (
        <p>
          <Trans>
            The user under whom the service runs, not necessarily you: look at the page “Log On” of the
            service.
          </Trans>
        </p>
      )
    case 'mac':
      return (
        <p>
          <Trans>In the Finder, choose “Go to Folder…” in the menu “Go”, and paste this.</Trans>
        </p>
      )
    case 'linux':
    case 'docker':
    case 'nas':
    case 'rented':
      return null
  }
}
