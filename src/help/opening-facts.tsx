import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Place } from '../server/place.ts'
import { Fact } from './facts.tsx'

/** Why the file does not open, or is not where it should be. */
export function OpeningFacts({ place }: { place: Place | null }) {
  return (
    <section>
      <h2>
        <Trans>If the file does not open, or the server is empty</Trans>
      </h2>
      <ul>
        <Fact source="rust-lang/rust 61796; keepassxc 12035" known="reported">
          <Trans>
            A browser from Snap or Flatpak, as Firefox on Ubuntu, can't open files in hidden or system
            folders. Copy the file to Downloads first.
          </Trans>
        </Fact>
        <Fact source="fenix 7546; yomichan 1656" known="reported">
          <Trans>
            On Android, Firefox opens no such files, and Chrome opens them from the app “Files” only. Use a
            computer, or open the server's own page by its address.
          </Trans>
        </Fact>
        <Fact source="linuxserver/docker-plex 209" known="reported">
          <Trans>
            If the server starts empty after its data was copied, see whether Preferences.xml lies right in
            this folder. One folder too deep, and the server begins anew beside it.
          </Trans>
        </Fact>
        {place === 'windows-service' && serviceFacts()}
      </ul>
    </section>
  )
}

function serviceFacts(): ReactNode {
  return (
    <>
      <Fact source="cjmurph/PmsService 97, 95" known="reported">
        <Trans>
          A Windows account without a password can't run a service. The service then starts as LocalSystem,
          with an empty library. Give the account a password.
        </Trans>
      </Fact>
      <Fact source="cjmurph/PmsService 81" known="reported">
        <Trans>Only one server may run. Close the app before the service starts.</Trans>
      </Fact>
    </>
  )
}
