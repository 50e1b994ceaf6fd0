import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import type { System } from './data-folders.ts'

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

type Props = { place: Place; system: System }

/** How to get to where the lines are pasted, and what to put in first. */
export function WhereToType({ place, system }: Props) {
  return (
    <p>
      <GetThere place={place} system={system} /> <Trans>Paste the lines there, one step at a time.</Trans>
    </p>
  )
}

function GetThere({ place, system }: Props) {
  if (system === '.\\<user>') {
    return <Trans>On the server's computer, sign in as this user and open “Command Prompt”.</Trans>
  }
  // Nobody can sign in as it, but an administrator gets at its settings.
  if (system === 'LocalSystem') {
    return <Trans>On the server's computer, open “Command Prompt” as an administrator.</Trans>
  }
  if (system === 'FreeBSD' || system === 'unRAID') {
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
          Sign in to it by SSH. The lines are for Linux; if Windows or Docker runs there, choose that above.
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
