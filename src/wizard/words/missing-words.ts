import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { FailureReason } from '../../server/outcome.ts'
import type { Tried } from '../screen/screen.ts'
import { hostOf, sentenceFor } from './failure-words.ts'
import { isolated } from '../../lib/isolated.ts'

/** What is known of the server that does not answer. */
export type Missing = {
  /** Its own name, from the file. */
  readonly name: string | null
  /** What was tried first; null where nothing was. */
  readonly first: Tried | null
  /** Was exactly that address asked for? */
  readonly askedAlone: boolean
  /** Is no address known that would be the server's? */
  readonly knowsNone: boolean
  readonly online: boolean
  /** What to allow, where the browser may be holding the questions back until somebody allows them; else null. */
  readonly toAllow: MessageDescriptor | null
}

export type MissingWords = {
  readonly heading: MessageDescriptor
  readonly lead: MessageDescriptor
  /** What the person can do about it themselves, before the page looks further; null where that is nothing. */
  readonly step: MessageDescriptor | null
}

const STEPS: Partial<Record<FailureReason, MessageDescriptor>> = {
  silent: msg`Check that the server's computer is on.`,
  refused: msg`Check that Plex Media Server is running on its computer.`,
}

/** What is said where nothing readable answers. Never that a server is off: nobody can know that from silence. */
export function missingWords(missing: Missing): MissingWords {
  const { online, toAllow } = missing
  return {
    heading: headingOf(missing),
    lead: online ? leadOf(missing) : msg`This device is offline. Connect it to the server's network.`,
    step: online ? (toAllow ?? stepFor(missing)) : null,
  }
}

function stepFor({ first, knowsNone }: Missing): MessageDescriptor | null {
  if (knowsNone || first?.latest.kind !== 'failure') return null
  return STEPS[first.latest.reason] ?? null
}

function headingOf({ name, first, askedAlone, knowsNone }: Missing): MessageDescriptor {
  if (askedAlone && first !== null) {
    const host = hostOf(first.address)
    return msg`No server answers at ${host}`
  }
  if (knowsNone) return msg`No server was found yet`
  if (name === null) return msg`Your server does not answer`
  const server = isolated(name)
  return msg`The server “${server}” does not answer`
}

function leadOf({ first, knowsNone }: Missing): MessageDescriptor {
  if (knowsNone || first === null) {
    return msg`The server may be off, or in another network than this device.`
  }
  const reason = first.latest.kind === 'failure' ? first.latest.reason : null
  switch (reason) {
    case 'silent':
      return msg`The server's computer may be off or sleeping, or have a new address. Nothing was changed on the server.`
    case 'refused':
      return msg`The server's computer may be on without the server running, or have a new address. Nothing was changed on the server.`
    default:
      return sentenceFor(first.address, first.latest)
  }
}
