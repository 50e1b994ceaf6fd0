import { classOf, isLiteral } from '../../lib/address-class.ts'
import { isGivenUp, isStarting } from '../../server/address-history.ts'
import type { Known } from './known.ts'
import type { Screen, Tried } from './screen.ts'
import type { Server } from './server.ts'
import { isFromOutside, mayNeedPermission } from './trouble.ts'
import { standingOf } from './trust.ts'

/**
 * The way from this device through the home network to the server. A page cannot tell a silent network from a silent
 * server, so that the network is a way and no place.
 */
export type HomeWay =
  /** No server is known. */
  | 'unknown'
  | 'asking'
  | 'reached'
  /** Reached, and it says that it is starting. */
  | 'starting'
  | 'several'
  /** Nothing leaves this device. */
  | 'kept-off'
  /** Nothing came back. */
  | 'silent'
  /** No answer that helps, for a reason that is not known. */
  | 'failing'
  /** The answer is hidden from this page. */
  | 'hidden'
  /** Somebody else answers in its place. */
  | 'another'

/** The way from the server to a Plex account. `linked` is the only one that may be green. */
export type AccountWay =
  | 'unknown'
  | 'not-linked'
  /** Somebody is away signing in. */
  | 'signing-in'
  | 'code-sent'
  | 'overdue'
  /** The server does not say, or the one that says so may be another one. */
  | 'unsure'
  | 'linked'

/** What the picture above the steps shows. */
export type WizardMap = { readonly home: HomeWay; readonly account: AccountWay }

/** The map follows from what is known and what is on screen. Weak evidence never crosses anything out. Pure. */
export function mapOf(known: Known, screen: Screen): WizardMap {
  switch (screen.name) {
    case 'looking':
    case 'searching':
      return { home: known.online ? 'asking' : 'kept-off', account: 'unknown' }
    case 'ask-first':
      return { home: 'unknown', account: 'unknown' }
    case 'choosing':
      return { home: 'several', account: 'unknown' }
    case 'missing':
      return { home: homeOfTried(screen.tried, known), account: 'unknown' }
    case 'blocked':
      return { home: 'kept-off', account: 'unknown' }
    case 'hidden':
      return { home: 'hidden', account: 'unknown' }
    case 'another-machine':
    case 'another-product':
      return { home: 'another', account: 'unknown' }
    case 'starting':
      return { home: 'starting', account: screen.server?.settled === 'unclaimed' ? 'not-linked' : 'unknown' }
    case 'found':
      return { home: homeOf(screen.server, known), account: 'unknown' }
    case 'no-claim-state':
    case 'hearsay':
      return { home: homeOf(screen.server, known), account: 'unsure' }
    case 'unclaimed':
    case 'taking':
    case 'declined':
      return { home: homeOf(screen.server, known), account: 'not-linked' }
    case 'confirming':
      return {
        home: homeOfAwaited(screen, known),
        account: screen.note.decision === 'sent-code' ? 'code-sent' : 'signing-in',
      }
    case 'ask-finished':
      return { home: homeOfAwaited(screen, known), account: 'signing-in' }
    case 'overdue':
      return { home: homeOfAwaited(screen, known), account: 'overdue' }
    case 'claimed':
      return { home: homeOf(screen.server, known), account: 'linked' }
  }
}

function homeOf({ address, history }: Server, known: Known): HomeWay {
  const { latest } = history
  const givenUp = isGivenUp(history, known.now.monotonicMs)
  if (isStarting(history) && !givenUp) return 'starting'
  if (latest.kind !== 'failure') return 'reached'
  if (latest.reason === 'unreadable') return 'hidden'
  // One lost packet is no gap.
  return givenUp ? homeOfTried([{ address, latest }], known) : 'asking'
}

type Awaited = Extract<Screen, { name: 'confirming' | 'ask-finished' | 'overdue' }>

function homeOfAwaited({ server, health }: Awaited, known: Known): HomeWay {
  if (server !== null) return homeOf(server, known)
  return health === 'answering' ? 'asking' : mapOf(known, known.trouble).home
}

/** None of these addresses gave an answer. Only what was promised to be the server says something about it. */
function homeOfTried(tried: readonly Tried[], known: Known): HomeWay {
  if (!known.online) return 'kept-off'
  const promised = tried.filter(({ address }) => standingOf(address, known) === 'promised')
  if (promised.length > 0) return promised.every((each) => isGap(each, known)) ? 'silent' : 'failing'
  // A try of this device is no more than a guess.
  return tried.every(({ address }) => classOf(address) === 'loopback') ? 'unknown' : 'failing'
}

/**
 * Is it sure that nothing came back? Not of a name, which may lead nowhere, nor of this device itself. Nor where the
 * browser may hold every question while it asks the person.
 */
function isGap({ address, latest }: Tried, known: Known): boolean {
  if (latest.kind !== 'failure' || latest.reason !== 'silent') return false
  if (isHeldPerhaps(known)) return false
  return isLiteral(address) && classOf(address) !== 'loopback'
}

/** From outside, unless it says that the page may; a file, only in an engine that knows of such a permission. */
function isHeldPerhaps(known: Known): boolean {
  if (isFromOutside(known.pageOrigin)) return known.permission !== 'granted'
  return mayNeedPermission(known) && (known.permission === 'prompt' || known.permission === 'denied')
}
