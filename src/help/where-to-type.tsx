import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import type { Editing } from '../server/systems.ts'

/** Where lines are pasted, in few words, to follow what they do. */
export const WHERE = {
  commandPrompt: msg`in Command Prompt on the server's computer`,
  server: msg`in a terminal on the server's computer`,
  here: msg`in a terminal on this computer`,
} as const satisfies Record<string, MessageDescriptor>

/** The same for the lines that belong on the server's computer. */
export function whereOn(place: Place): MessageDescriptor {
  return place === 'windows-app' || place === 'windows-service' ? WHERE.commandPrompt : WHERE.server
}

type Props = { place: Place; editing: Editing }

/** How to get to where the lines are pasted, and what to put in first. */
export function WhereToType({ place, editing }: Props) {
  return (
    <p>
      <GetThere place={place} editing={editing} /> <Trans>Paste the lines there, one step at a time.</Trans>
    </p>
  )
}

function GetThere({ place, editing }: Props) {
  if (place === 'windows-service' && typeof editing === 'object') {
    // Everybody has a key of their own below this one.
    if (editing.registry === 'HKCU') {
      return <Trans>On the server's computer, sign in as this user and open “Command Prompt”.</Trans>
    }
    return <Trans>On the server's computer, open “Command Prompt” as an administrator.</Trans>
  }
  if (editing === 'root' || editing === 'bsd') {
    return <Trans>On the server's computer, open a terminal as root.</Trans>
  }
  switch (place) {
    case 'windows-app':
    case 'windows-service':
      return <Trans>On the server's computer, open “Command Prompt”.</Trans>
    case 'mac':
    case 'linux':
      return <Trans>On the server's computer, open a terminal.</Trans>
    case 'rented':
      return (
        <Trans>
          Sign in to the server's computer by SSH. The lines are for Linux; if Windows or Docker runs there,
          choose that above.
        </Trans>
      )
    case 'docker':
      return (
        <Trans>
          Open a terminal on the container's host. &lt;container&gt; is its name, &lt;config&gt; the folder
          there that it has as /config. Docker Desktop needs no sudo.
        </Trans>
      )
    case 'nas':
      return <Trans>Sign in to the NAS by SSH, as an administrator.</Trans>
  }
}
