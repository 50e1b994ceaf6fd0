import { i18n, type MessageDescriptor } from '@lingui/core'
import type { SignInLink } from '../account/sign-in-link.ts'
import { tailOf } from '../lib/machine-identifier.ts'
import { answeredInMs, cardLine, nameOf, versionOf } from '../wizard/words/server-words.ts'
import { secondsOfStart } from '../wizard/words/starting-words.ts'
import { lastCheckWords } from '../wizard/words/last-check-words.ts'
import { waitingLead } from '../wizard/words/waiting-words.ts'
import { askingWords } from '../wizard/words/asking-words.ts'
import type { Known } from '../wizard/screen/known.ts'
import { lastCheckMs } from '../wizard/screen/last-check.ts'
import { mapOf, type WizardMap } from '../wizard/screen/map.ts'
import type { Screen } from '../wizard/screen/screen.ts'
import type { Server } from '../wizard/screen/server.ts'
import { ownAddress, signInFor } from '../wizard/screen/sign-in-for.ts'

/** Pages that are drawn in advance. Each was drawn once, from the app's own components (`drawing.tsx`). */
export const PICTURES = ['looking', 'starting', 'found', 'unclaimed', 'unclaimed-here', 'confirming'] as const
export type PictureName = (typeof PICTURES)[number]

/** The map that is drawn in each. */
const MAPS: Readonly<Record<PictureName, WizardMap>> = {
  looking: { home: 'asking', account: 'unknown' },
  starting: { home: 'starting', account: 'unknown' },
  found: { home: 'reached', account: 'unknown' },
  unclaimed: { home: 'reached', account: 'not-linked' },
  'unclaimed-here': { home: 'reached', account: 'not-linked' },
  confirming: { home: 'reached', account: 'signing-in' },
}

/** What to fill in: words as they are, or a message in the person's language. */
export type PictureValues = Readonly<Record<string, string | number | MessageDescriptor>>

export type Picture = {
  readonly name: PictureName
  readonly values: PictureValues
  /** Where its sign-in link leads. */
  readonly signIn: SignInLink | null
}

/**
 * The picture that shows exactly what the app would show. There are pictures only for what is usual when all goes well.
 * Anything else is the app's, and null. The map tells of a server that fails, and of a code that was sent.
 */
export function pictureOf(known: Known, screen: Screen): Picture | null {
  const picture = known.stamp.broken || known.unreadableAt ? null : usualPictureOf(known, screen)
  if (picture === null) return null
  const { home, account } = mapOf(known, screen)
  const drawn = MAPS[picture.name]
  return drawn.home === home && drawn.account === account ? picture : null
}

function usualPictureOf(known: Known, screen: Screen): Picture | null {
  switch (screen.name) {
    case 'looking': {
      const [first] = known.candidates
      return first === undefined
        ? null
        : { name: 'looking', values: { asking: askingWords(first) }, signIn: null }
    }
    case 'starting': {
      const { server, restarts, sinceMs } = screen
      const justNow =
        server === null && restarts === 0 && secondsOfStart(known.now.monotonicMs - sinceMs) === null
      return justNow ? { name: 'starting', values: {}, signIn: null } : null
    }
    case 'found':
      return pictureWith('found', screen.server, known)
    case 'unclaimed': {
      if (known.code.result !== null || known.code.fetchedAtMs !== null || known.fromAfar) return null
      const picture = pictureWith('unclaimed', screen.server, known)
      return picture?.signIn?.opens === 'here' ? { ...picture, name: 'unclaimed-here' } : picture
    }
    case 'confirming': {
      const { note, server } = screen
      const usual = note.expiresAtMs === null && note.finishedAtMs === null
      if (!usual || known.fromAfar || server?.settled !== 'unclaimed') return null
      const picture = pictureWith('confirming', server, known)
      const checkedAtMs = lastCheckMs(known, screen)
      if (picture === null || picture.signIn?.opens === 'here' || checkedAtMs === null) return null
      const checked = lastCheckWords(checkedAtMs, known.now, i18n.locale)
      return { ...picture, values: { ...picture.values, ...checked, lead: waitingLead(note) } }
    }
    default:
      return null
  }
}

function pictureWith(name: PictureName, server: Server, known: Known): Picture | null {
  const { identity } = server
  const version = versionOf(server, known.stamp)
  if (version === '' || server.standing === 'unnamed') return null
  return {
    name,
    values: {
      name: nameOf(server, known.stamp),
      version,
      line: cardLine(server),
      tail: tailOf(identity.machineIdentifier),
      tookMs: answeredInMs(server),
    },
    signIn: signInFor(identity.machineIdentifier, known, ownAddress(known)),
  }
}
