import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Topic } from '../lib/topics.ts'
import type { CauseCode, Confidence } from './cause.ts'
import type { SignName } from './signs.ts'

/** What the page says about a cause, and what to do about it. */
export type CauseWords = {
  readonly title: MessageDescriptor
  readonly says: MessageDescriptor
  /** In this order. */
  readonly steps: readonly MessageDescriptor[]
  /** The page that goes on from there. */
  readonly help: Topic | null
  /** The support article behind it, by its path. */
  readonly source: string | null
}

/** How a server that is not there looks differs, and so does what to do. */
const NOT_THERE: Partial<Record<SignName, Pick<CauseWords, 'title' | 'says' | 'steps'>>> = {
  starting: {
    title: msg`It is still starting`,
    says: msg`That is all that stands in the way now.`,
    steps: [msg`Leave this page open; it goes on by itself.`],
  },
  refused: {
    title: msg`Its computer may be on, and the server not running`,
    says: msg`The attempt failed at once, as it does where a computer is there and no server listens.`,
    steps: [
      msg`Start the server on its computer.`,
      msg`If it runs there, it may have got another address: search the network.`,
    ],
  },
  silent: {
    title: msg`It may be off, asleep, or behind a firewall`,
    says: msg`Nothing came back from its address, not even a refusal. The address may be wrong, too.`,
    steps: [
      msg`See that its computer is on and awake, and that the server was started.`,
      msg`A firewall on its computer must let in port 32400.`,
      msg`Search the network: it may have got another address.`,
    ],
  },
  'somebody-else': {
    title: msg`Something else answers at its address`,
    says: msg`Another program has its port, or another device got its address.`,
    steps: [msg`Search the network: it may have got another address.`],
  },
  ill: {
    title: msg`It is in trouble, or something in between is`,
    says: msg`An answer comes, but not a whole and healthy one.`,
    steps: [
      msg`Wait a minute. If it stays so, start the server again on its own computer.`,
      msg`If the network is weak there, try a cable.`,
    ],
  },
  offline: {
    title: msg`This device has no connection`,
    says: msg`While it is offline, nobody can be asked.`,
    steps: [msg`Connect it to the same network as the server.`],
  },
}

/** The words for a cause, made more precise by what speaks for it most. */
export function wordsFor(cause: CauseCode, signs: readonly SignName[] = []): CauseWords {
  const [strongest] = signs
  const precise = cause === 'C9' && strongest !== undefined ? NOT_THERE[strongest] : undefined
  return { ...CAUSE_WORDS[cause], ...precise }
}

const LOCKED_OUT = '204281528-why-am-i-locked-out-of-server-settings-and-how-do-i-get-in'

const CAUSE_WORDS: Record<CauseCode, CauseWords> = {
  C1: {
    title: msg`It isn't claimed yet`,
    says: msg`Your server is running. It just isn't linked to an account; that is why you are offered a download instead of your libraries. Installing it again won't help.`,
    steps: [msg`Sign in on this page, and wait until it says that the server is claimed.`],
    help: 'requirement',
    source: null,
  },
  C2: {
    title: msg`The account no longer accepts the server's sign-in`,
    says: msg`After a new password, the server may still hold the old sign-in. Your libraries are safe.`,
    steps: [
      msg`Open the server's settings on its own computer, sign out there, and claim it again.`,
      msg`Where that is not offered, take the old sign-in out of its settings; make a backup first.`,
    ],
    help: 'recover',
    source: LOCKED_OUT,
  },
  C3: {
    title: msg`It was removed from the account`,
    says: msg`The account has forgotten this server, and the server does not know it. Your libraries are safe.`,
    steps: [
      msg`Take the old sign-in out of the server's settings, then claim it again.`,
      msg`In Docker: clear the stored token, and create the container again with a fresh claim code.`,
    ],
    help: 'recover',
    source: LOCKED_OUT,
  },
  C4: {
    title: msg`It belongs to another account`,
    says: msg`The server is linked, but not to the account you are signed in with. Where the gear for settings is missing, you are not signed in as the owner; a paid pass does not change that.`,
    steps: [
      msg`Sign in with the account that claimed it first; look for an older one with another e-mail address.`,
      msg`If nobody has that account any more, take the old sign-in out of the server's settings, and claim it again.`,
    ],
    help: 'recover',
    source: LOCKED_OUT,
  },
  C5: {
    title: msg`It lost its identity when it was moved`,
    says: msg`This looks like a new server with old media: the files came along, its settings did not.`,
    steps: [
      msg`If the old server still runs, stop it first.`,
      msg`To keep watched marks and sharing, carry over the settings as well. Otherwise link it as a new server.`,
    ],
    help: 'find-the-file',
    source: null,
  },
  C6: {
    title: msg`It runs as another Windows user`,
    says: msg`Settings belong to the Windows user. A service runs as another one, so it starts empty.`,
    steps: [
      msg`In the properties of the service, on the page “Log On”, enter the user who set the server up.`,
      msg`The setup file is in that user's folder, too.`,
    ],
    help: 'find-the-file',
    source: null,
  },
  C7: {
    title: msg`The server takes you for somebody from outside`,
    says: msg`Only a computer on the same network may claim it; that protects you.`,
    steps: [
      msg`Far away or rented: make a tunnel to it, so that you come from its own computer.`,
      msg`In Docker: use the host's network, or a claim code when the container is created.`,
      msg`At home: use its number instead of a name, and switch off VPNs on both sides.`,
    ],
    help: 'tunnel',
    source: null,
  },
  C8: {
    title: msg`The server can't reach the account service`,
    says: msg`You sign in with your browser, but the server itself has to reach the account service as well.`,
    steps: [
      msg`If you left the sign-in before it was finished, start over.`,
      msg`On the server's computer, look at the clock, the name server and the internet connection; it must be allowed to go out on port 443.`,
      msg`If it is rented: some providers are refused by the account service, which no setting can change.`,
    ],
    help: null,
    source: null,
  },
  C9: {
    title: msg`It isn't running, or isn't there`,
    says: msg`Nothing that is a ready media server answers where this page asks.`,
    steps: [
      msg`See that its computer is on and awake, and that the server was started.`,
      msg`Search the network: it may have got another address.`,
    ],
    help: null,
    source: null,
  },
  C10: {
    title: msg`Its database is damaged`,
    says: msg`Claiming can't fix this, and neither does installing again. Your media files are safe.`,
    steps: [msg`Stop the server, and restore a backup of its database first.`],
    help: null,
    source: 'repair-a-corrupted-database',
  },
  C11: {
    title: msg`It can be done without the registry`,
    says: msg`There is a way that does not touch the registry. If you do need it, it is exactly four values, and a copy is made first.`,
    steps: [msg`Try the way without the registry; the page “Sign-in no longer accepted” begins with it.`],
    help: 'recover',
    source: LOCKED_OUT,
  },
  C12: {
    title: msg`It is linked; only the way to it is broken`,
    says: msg`The server is claimed and healthy in its own network. What fails is reaching it from elsewhere, or by its secure name.`,
    steps: [
      msg`If it fails at home: many routers refuse names that lead into the home network. Make an exception for plex.direct.`,
      msg`If it fails from outside: open Remote Access in the server's settings, and forward its port on the router.`,
    ],
    help: null,
    source: '206225077-how-to-use-secure-server-connections',
  },
  C13: {
    title: msg`The browser or the system blocks your network`,
    says: msg`Everything failed at once, good addresses too. The server may be well.`,
    steps: [
      msg`Allow this page, or this browser, to reach the local network, then try again.`,
      msg`Blockers and VPNs in the browser do the same; switch them off for this page.`,
      msg`Or open the server's own page; going there is not blocked.`,
    ],
    help: null,
    source: null,
  },
  C14: {
    title: msg`The code ran out, or was used before`,
    says: msg`Nothing was changed. A claim code is good for four minutes, and for one server.`,
    steps: [msg`Get a fresh code, and use it right away.`],
    help: null,
    source: null,
  },
  C15: {
    title: msg`Not known yet`,
    says: msg`What this page sees does not tell what is wrong.`,
    steps: [
      msg`Answer the questions here, or describe what you see.`,
      msg`If that does not help, copy the report and ask in the forum.`,
    ],
    help: 'trouble',
    source: null,
  },
}

export const CONFIDENCE_WORDS: Record<Confidence, MessageDescriptor> = {
  certain: msg`Certain`,
  likely: msg`Likely`,
  possible: msg`Possible`,
}

const SUPPORT = 'https://support.plex.tv/articles/'

/** Articles are named here and nowhere else; nothing that the page reads becomes a link (contract.md §3). */
export function supportLink(path: string): string {
  return `${SUPPORT}${path}/`
}
