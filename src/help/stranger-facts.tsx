import { Trans, useLingui } from '@lingui/react/macro'
import { Fact } from './facts.tsx'
import { Lines } from './shell.tsx'
import { WHERE } from './where-to-type.tsx'

/** Hands a code over on the server's own computer, which is always local (protocol.md §4.2). */
const CODE_LINE = "curl -X POST '127.0.0.1:32400/myplex/claim?token=claim-…'"

/** The other way for a server that is out of reach: a code that is typed where it runs. */
export function CodeOnTheHost() {
  const { t } = useLingui()
  return (
    <section>
      <h2>
        <Trans>Or a claim code, on the server's own computer</Trans>
      </h2>
      <p>
        <Trans>
          From plex.tv/claim you get a code that is valid for four minutes. This page sends none over the
          internet, not even to a server that is at home there; with this line, the code does not leave the
          computer.
        </Trans>
      </p>
      <Lines what={t`Enter the claim code`} where={t(WHERE.server)} lines={[CODE_LINE]} />
    </section>
  )
}

/** Why a server takes somebody for a stranger who is at home. */
export function StrangerFacts() {
  return (
    <section>
      <h2>
        <Trans>At home, and yet taken for somebody from outside</Trans>
      </h2>
      <ul>
        <Fact source="linuxserver/docker-plex 281" known="reported">
          <Trans>
            In rootless Podman and in Docker's bridge network, all clients seem to come from the container's
            own network. Give the claim code when you create the container, or use the host's network.
          </Trans>
        </Fact>
        <Fact source="docker/docs 10751" known="reported">
          <Trans>
            With macvlan, the host can't reach its own container, and other computers can. Open the page on
            another device.
          </Trans>
        </Fact>
        <Fact source="truenas/apps, questions.yaml" known="documented">
          <Trans>
            In TrueNAS, an app without the host's network takes nobody for local. Switch “Host Network” on in
            the app's settings, or enter the code in its field for a claim token.
          </Trans>
        </Fact>
        <Fact source="kubealex/k8s-mediaserver-operator 21" known="reported">
          <Trans>
            Behind an ingress of Kubernetes, a server is reached by a name only. Give the code in the
            resource, or forward the port to your computer.
          </Trans>
        </Fact>
        <Fact source="timhaak/docker-plex 59" known="reported">
          <Trans>
            A value of allowedNetworks in the server's settings that names other networks only, such as
            172.17.0.0/16, locks your own out as long as the server is signed out. Empty the value, and start
            the server again.
          </Trans>
        </Fact>
        <Fact source="kelinger/OmniStream 25" known="reported">
          <Trans>
            A name whose traffic runs through Cloudflare leads from outside. Switch the proxying off for that
            name, or use the server's IP address.
          </Trans>
        </Fact>
        <Fact source="onedr0p 12; broken-v6only 6" known="reported">
          <Trans>
            Over IPv6, a server may take anybody for somebody from outside. Use the server's IPv4 address.
          </Trans>
        </Fact>
      </ul>
    </section>
  )
}
