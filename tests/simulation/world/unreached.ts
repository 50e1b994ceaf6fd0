import type { ScreenName } from '../../../src/wizard/screen/screen.ts'

/** Transitions that two thousand evenings do not reach, or hardly, and why. */
export type Unreached = {
  /** Names of screens, with blanks between them. */
  readonly from: string
  readonly to: ScreenName
  readonly because: string
}

export const CANNOT_BE: readonly Unreached[] = [
  {
    from: 'choosing',
    to: 'taking',
    because:
      'Nobody is taken on but to the one machine that the page is about, and such a page has no choice to make.',
  },
  {
    from: 'taking',
    to: 'choosing',
    because: 'A page that takes somebody on is about one machine for as long as it is open.',
  },
  {
    from: 'searching',
    to: 'taking',
    because: 'Who has the network searched is taken nowhere any more.',
  },
]

/**
 * They can be, since facts may change in any way: tests/stories/every-transition.test.tsx draws each. Some of them were reached
 * once or twice.
 */
export const TOO_RARE: readonly Unreached[] = [
  {
    from: 'found searching choosing blocked hidden starting taking ask-finished overdue',
    to: 'looking',
    because: 'Only who has another address asked, or comes back to one, sees the beginning again.',
  },
  {
    from: 'choosing ask-first blocked no-claim-state starting unclaimed taking declined confirming ask-finished overdue claimed',
    to: 'found',
    because: 'A first "linked" stands alone for half a second.',
  },
  {
    from: 'looking found choosing ask-first blocked hidden no-claim-state another-product starting unclaimed taking declined confirming ask-finished overdue claimed hearsay',
    to: 'searching',
    because: 'Most screens have no button for it; there the search of another moment has to go on.',
  },
  {
    from: 'looking found ask-first missing blocked hidden no-claim-state another-machine another-product starting unclaimed declined confirming ask-finished overdue claimed hearsay',
    to: 'choosing',
    because: 'It takes two servers that answer, and a page that is about neither of them.',
  },
  {
    from: 'looking found searching choosing missing blocked hidden no-claim-state another-machine another-product starting unclaimed taking declined confirming ask-finished overdue claimed hearsay',
    to: 'ask-first',
    because:
      'An address far away comes with the link that opens the page; later on only where the browser loses what the person agreed to.',
  },
  {
    from: 'choosing ask-first blocked no-claim-state starting declined ask-finished hearsay',
    to: 'missing',
    because: 'Whatever was on screen has to go without any other trouble in its place.',
  },
  {
    from: 'found searching choosing ask-first missing hidden no-claim-state another-product starting unclaimed taking declined confirming ask-finished overdue claimed hearsay',
    to: 'blocked',
    because: 'Only a page from elsewhere says so, and only where every address refuses at the same time.',
  },
  {
    from: 'found searching choosing ask-first blocked no-claim-state another-machine another-product starting unclaimed taking declined confirming ask-finished overdue claimed hearsay',
    to: 'hidden',
    because: 'The server has to hide its answers just when the screen before it ends.',
  },
  {
    from: 'found searching choosing ask-first missing blocked hidden another-machine another-product starting taking declined confirming ask-finished overdue hearsay',
    to: 'no-claim-state',
    because: 'The server has to leave out whether it is linked just when the screen before it ends.',
  },
  {
    from: 'choosing ask-first no-claim-state declined ask-finished overdue',
    to: 'another-machine',
    because: 'Another machine has to take the address just when the screen before it ends.',
  },
  {
    from: 'found searching choosing ask-first blocked no-claim-state taking declined confirming ask-finished overdue claimed hearsay',
    to: 'another-product',
    because: 'A proxy or another product has to take the address just when the screen before it ends.',
  },
  {
    from: 'found searching choosing ask-first blocked hidden no-claim-state another-machine another-product taking declined confirming ask-finished overdue claimed hearsay',
    to: 'starting',
    because: 'The server has to start just when the screen before it ends.',
  },
  {
    from: 'found choosing ask-first blocked ask-finished overdue claimed',
    to: 'unclaimed',
    because:
      'The server has to come back, or another tab to take a decision back, just when the screen before it ends.',
  },
  {
    from: 'looking found ask-first blocked hidden no-claim-state another-product declined confirming ask-finished overdue claimed hearsay',
    to: 'taking',
    because: 'Only a page that was opened at #/open shows it, until somebody decides otherwise.',
  },
  {
    from: 'looking found searching choosing ask-first missing blocked hidden no-claim-state another-machine another-product starting confirming ask-finished overdue claimed hearsay',
    to: 'declined',
    because: 'It takes a "not now" that was said in another tab, or before the screen in between.',
  },
  {
    from: 'found searching choosing ask-first blocked hidden another-product starting claimed',
    to: 'confirming',
    because: 'It takes a sign-in that was begun in another tab, or before the screen in between.',
  },
  {
    from: 'looking found searching choosing ask-first missing blocked hidden no-claim-state another-product starting unclaimed taking declined overdue claimed hearsay',
    to: 'ask-finished',
    because:
      'It takes a sign-in of which the person is back for twenty seconds, and a server that answers just then.',
  },
  {
    from: 'looking found searching choosing ask-first missing blocked hidden no-claim-state another-machine another-product starting taking declined ask-finished claimed hearsay',
    to: 'overdue',
    because: 'It takes a sign-in that went on for too long, and a server that answers just then.',
  },
  {
    from: 'looking choosing ask-first blocked hidden another-product',
    to: 'claimed',
    because:
      'It takes a server that is linked elsewhere, and said so twice, while the screen before it stays.',
  },
  {
    from: 'looking choosing ask-first missing blocked hidden no-claim-state another-product starting taking declined ask-finished overdue',
    to: 'hearsay',
    because: 'It takes a server that says that it is linked at an address that nobody named.',
  },
]
