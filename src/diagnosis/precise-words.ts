import { msg } from '@lingui/core/macro'
import type { Cause } from './cause.ts'
import type { PreciseWords } from './cause-words.ts'
import { NOT_RUNNING_WORDS } from './not-running-words.ts'
import type { SignName } from './sign-name.ts'
import { HELD_IN_TAB } from './sign-words.ts'

const KEPT_OFF: PreciseWords = {
  says: msg`Everything failed at once, good addresses too. The server may be fine.`,
}
const WAITING_FOR_YOU = msg`The browser may be waiting for you to allow it`
const CODE_USED_UP: PreciseWords = {
  says: msg`Nothing was changed. A claim code is valid for four minutes, and for one server.`,
}

/** What can be said of a cause, and done about it, once this is seen. The strongest sign that is here decides. */
export const PRECISE_WORDS: Partial<Record<Cause, Partial<Record<SignName, PreciseWords>>>> = {
  'not-claimed': {
    'says-unclaimed': {
      title: msg`The server is not linked yet`,
      says: msg`Your server is running. Only the link to a Plex account is missing; that is why you are offered a download instead of your libraries. Installing the server again won't help.`,
    },
  },
  'removed-from-account': {
    'turned-away-as-linked': {
      says: msg`The server still holds an old sign-in, and takes no code until that is gone. Your libraries are safe.`,
      steps: [
        msg`Take the old sign-in out of the server's settings first.`,
        msg`Then get a fresh code, and use it right away. In Docker, create the container again with the fresh code.`,
      ],
    },
    // What the account and the server agree on needs no cleaning up.
    'says-unclaimed': {
      says: msg`The server says that it is not linked to an account any more, either. Your libraries are safe.`,
      steps: [
        msg`Sign in on this page, and wait until the page says that the server is linked.`,
        msg`If the server refuses, take the old sign-in out of the server's settings, then link the server again.`,
      ],
    },
  },
  'lost-identity': {
    'two-in-turn': {
      title: msg`The server may be there twice`,
      says: msg`Both may be copies of the same server, or share a name. What is linked might be the wrong one.`,
      steps: [
        msg`Stop the server that is too many, or give each an address of its own.`,
        msg`Then type the address of the server that you want to use.`,
      ],
    },
    renewed: {
      title: msg`The server's settings are not kept`,
      says: msg`The server is a new one after each start, so that whatever is linked is forgotten. Your media files are safe.`,
      steps: [
        msg`In Docker: see that there is a volume for /config, that the volume is the same at each start, and that the server may write there.`,
        msg`Start the server twice. If it is the same server both times, link it.`,
      ],
    },
    reinstalled: {
      title: msg`The server may have lost its identity when it was installed again`,
      says: msg`This looks like a new server with old media: the files are still there, the server's settings are not.`,
      steps: [
        msg`To keep watched marks and sharing, put a backup of the settings back. Otherwise, link the server as a new one.`,
      ],
    },
  },
  'account-out-of-reach': {
    'account-failed': {
      title: msg`The account service failed`,
      says: msg`The server asked the account service about the code, and got no proper answer. Nothing is wrong with your server, or with the code.`,
      steps: [
        msg`Wait some minutes, up to some hours when many people are signing in anew, and try again with a fresh code.`,
      ],
    },
  },
  'not-local': {
    'container-unreached': {
      title: msg`The server's address may only work on the server's own computer`,
      says: msg`Containers have a network of their own, which other computers don't reach.`,
      steps: [
        msg`In Docker: use the host's network, or give a claim code when you create the container.`,
        msg`Search the network: the container's computer may answer for the server, at an address of your network.`,
      ],
    },
  },
  'not-running': NOT_RUNNING_WORDS,
  'broken-route': {
    'may-demand-secure': {
      title: msg`The server may demand secure connections`,
      says: msg`Set like that, a server closes every other connection without an answer. This page can't tell that from a server that is off.`,
      steps: [
        msg`On the server's own computer, open the server's settings, and set “Secure connections” under Network to “Preferred”.`,
      ],
    },
    'says-claimed': {
      title: msg`The server is linked; only the connection may be broken`,
      says: msg`The server is linked to a Plex account, and answers in its own network. Only the way from elsewhere, or by the secure name, may be broken.`,
    },
  },
  blocked: {
    'kept-off': KEPT_OFF,
    'search-failed-at-once': KEPT_OFF,
    'may-be-held': { title: WAITING_FOR_YOU, says: HELD_IN_TAB },
    'permission-asked': {
      title: WAITING_FOR_YOU,
      says: msg`This page came from the internet. Until you let it reach your local network, every address seems silent.`,
    },
  },
  unknown: {
    'linked-and-nothing-to-add': {
      title: msg`The server is linked, so something else is in the way`,
      says: msg`The server answers, and says that it is linked to a Plex account. That nothing can be added must have another reason.`,
      steps: [
        msg`Where no gear for settings is there, sign in with the account that owns the server.`,
        msg`Where the list of languages is empty, or “Next” stays grey, see that the server may write into its data folder: there, “Logs/PMS Plugin Logs” may be missing.`,
        msg`If that does not help, copy the report under “Activity of this page”, and ask in the forum.`,
      ],
    },
  },
  'code-spent': {
    'code-ran-out': { ...CODE_USED_UP, title: msg`The claim code ran out` },
    'code-refused': CODE_USED_UP,
    // The server says no more than that (protocol.md §4.2).
    'may-be-old': {
      ...CODE_USED_UP,
      title: msg`The claim code may be older than four minutes`,
      steps: [
        msg`Get a fresh code, and use it right away.`,
        msg`If the server turns the fresh code away as well, the code is not the cause: the server may take you for somebody from outside.`,
      ],
    },
    'pin-ran-out': {
      title: msg`The link to sign in ran out`,
      says: msg`Nothing was changed. Such a link is valid for half an hour at most.`,
      steps: [msg`Start over, and sign in once more.`],
    },
  },
}
