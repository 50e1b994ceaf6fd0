import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Place } from '../server/place.ts'
import { Fact } from './facts.tsx'

/** What else people met who signed a server out and linked it again. */
export function RecoveryFacts({ place }: { place: Place | null }) {
  return (
    <section>
      <h2>
        <Trans>What else to know</Trans>
      </h2>
      <ul>
        <Fact source="uglymagoo/plex-claim-server 1" known="reported">
          <Trans>Afterwards, libraries that you shared may have to be shared again.</Trans>
        </Fact>
        <Fact source="Plex forum 805725" known="reported">
          <Trans>
            When very many people sign in anew, as after a breach, linking can fail for hours. Nothing is
            wrong with your server then; try again later.
          </Trans>
        </Fact>
        {place !== null && factsOf(place)}
        <Fact source="PlexEmail 74" known="reported">
          <Trans>
            On an NVIDIA Shield, these settings can't be changed by hand. Sign out and in again in the
            server's app on the Shield itself.
          </Trans>
        </Fact>
      </ul>
    </section>
  )
}

function factsOf(place: Place): ReactNode {
  switch (place) {
    case 'windows-app':
    case 'windows-service':
      return (
        <Fact source="ukdtom/ClaimIt 45" known="reported">
          <Trans>
            Quit the server from its icon beside the clock. One that the Task Manager ended may write the old
            values back. An error for a value that is missing is fine.
          </Trans>
        </Fact>
      )
    case 'nas':
      return (
        <Fact source="Synology FAQ 31" known="documented">
          <Trans>
            On a Synology there is another way: uninstall the package and keep its data, then install the
            package again, choose “Install using claim token”, and enter a code within five minutes. Do not
            let the data be deleted.
          </Trans>
        </Fact>
      )
    case 'docker':
    case 'linux':
    case 'rented':
      return (
        <Fact source="truecharts 8081" known="reported">
          <Trans>
            A server without a name server, as in some containers and pods, can't be linked: the server does
            not find plex.tv. Try to reach plex.tv from inside of the container.
          </Trans>
        </Fact>
      )
    case 'mac':
      return null
  }
}
