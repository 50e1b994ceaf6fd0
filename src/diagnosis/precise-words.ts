import { msg } from '@lingui/core/macro'
import type { Cause } from './cause.ts'
import type { CauseWords } from './cause-words.ts'
import type { SignName } from './signs.ts'

type Precise = Partial<Pick<CauseWords, 'title' | 'says' | 'steps'>>

const KEPT_OFF: Precise = {
  says: msg`Everything failed at once, good addresses too. The server may be well.`,
}
const CODE_USED_UP: Precise = {
  says: msg`Nothing was changed. A claim code is good for four minutes, and for one server.`,
}

/** What can be said of a cause, and done about it, once this is seen. The strongest sign that is here decides. */
export const PRECISE_WORDS: Partial<Record<Cause, Partial<Record<SignName, Precise>>>> = {
  'not-claimed': {
    'says-unclaimed': {
      title: msg`It isn't claimed yet`,
      says: msg`Your server is running. It just isn't linked to an account; that is why you are offered a download instead of your libraries. Installing it again won't help.`,
    },
  },
  'removed-from-account': {
    'turned-away-as-linked': {
      says: msg`The server still holds an old sign-in, and takes no code as long as it does. Your libraries are safe.`,
      steps: [
        msg`Take the old sign-in out of the server's settings first.`,
        msg`Then get a fresh code, and use it right away. In Docker, create the container again with it.`,
      ],
    },
    // What the account and the server agree on needs no cleaning up.
    'says-unclaimed': {
      says: msg`The server says that it isn't linked to an account any more, either. Your libraries are safe.`,
      steps: [
        msg`Sign in on this page, and wait until it says that the server is claimed.`,
        msg`If it refuses, take the old sign-in out of its settings, then claim it again.`,
      ],
    },
  },
  'lost-identity': {
    'two-in-turn': {
      title: msg`It may be there twice`,
      says: msg`Both may be copies of the same server, or share a name. What is linked might be the wrong one.`,
      steps: [
        msg`Stop the one that is too many, or give each an address of its own.`,
        msg`Then type the address of the one that is meant.`,
      ],
    },
    renewed: {
      title: msg`Its settings are not kept`,
      says: msg`The server is a new one after each start, so that whatever is linked is forgotten. Your media files are safe.`,
      steps: [
        msg`In Docker: see that a volume is there for /config, that it is the same at each start, and that the server may write to it.`,
        msg`Start the server twice. If it stays the same one, link it.`,
      ],
    },
    reinstalled: {
      title: msg`It may have lost its identity when it was installed again`,
      says: msg`This looks like a new server with old media: the files are still there, its settings are not.`,
      steps: [
        msg`To keep watched marks and sharing, put a backup of its settings back. Otherwise link it as a new server.`,
      ],
    },
  },
  'account-out-of-reach': {
    'account-failed': {
      title: msg`The account service failed`,
      says: msg`The server asked it about the code, and got no proper answer. Nothing is wrong with your server, or with the code.`,
      steps: [
        msg`Wait some minutes, up to some hours when many people are signing in anew, and try again with a fresh code.`,
      ],
    },
  },
  'not-local': {
    'container-unreached': {
      title: msg`Its address may only lead to it from its own computer`,
      says: msg`Containers have a network of their own, which other computers don't reach.`,
      steps: [
        msg`In Docker: use the host's network, or a claim code when the container is created.`,
        msg`Search the network: the container's computer may answer for it, at an address of your network.`,
      ],
    },
  },
  'not-running': {
    starting: {
      title: msg`It is still starting`,
      says: msg`That is all that stands in the way now.`,
      steps: [msg`Leave this page open; it goes on by itself.`],
    },
    'keeps-restarting': {
      title: msg`Something restarts it before it is ready`,
      says: msg`It begins to start, stops answering, and begins anew. A container's health check or a watchdog may end it while it works on its database.`,
      steps: [
        msg`Give the health check more time for the start, half an hour if the library is large.`,
        msg`Leave it alone meanwhile, and see that it has enough memory and disk space.`,
      ],
    },
    refused: {
      title: msg`Its computer may be on, and the server not running`,
      says: msg`The attempt failed at once, as it does where a computer is there and no server listens.`,
      steps: [
        msg`Start the server on its computer.`,
        msg`If it runs there, it may have got another address: search the network.`,
      ],
    },
    'not-here': {
      title: msg`It may not be running on this computer`,
      says: msg`Only this computer was asked, because the page knows no other address, and nothing listens on it.`,
      steps: [
        msg`If the server belongs on this computer, start it.`,
        msg`If it is on another one, search the network, or type its address.`,
      ],
    },
    'name-failed': {
      title: msg`Its name may be unknown here, or the server not running`,
      says: msg`The attempt failed at once, as it does where nobody knows the name, or no server listens.`,
      steps: [
        msg`Type its number instead of its name, or search the network.`,
        msg`Start the server on its computer.`,
      ],
    },
    'no-longer-answers': {
      title: msg`It answered before, and is gone now`,
      says: msg`It may have been restarted, its computer may have gone to sleep, or the network there may be down.`,
      steps: [
        msg`Give it a minute; this page goes on asking.`,
        msg`See that its computer is on, awake and in the network. If the network was lost when a container started, look at the network of that container.`,
        msg`Search the network: it may have got another address.`,
      ],
    },
    silent: {
      title: msg`It may be off, asleep, or behind a firewall`,
      says: msg`Nothing came back from its address, not even a refusal. The address may be wrong, too.`,
      steps: [
        msg`See that its computer is on and awake, and that the server was started.`,
        msg`A firewall on its computer must let in port 32400.`,
        msg`Try from another device, such as a phone: with macvlan, a computer can't reach its own container, and all others can.`,
        msg`Search the network: it may have got another address.`,
      ],
    },
    'nobody-there': {
      title: msg`Its computer may be off or asleep, or have another address`,
      says: msg`No device in this network seems to have its address: the attempt ended after three seconds, as it does where nobody is.`,
      steps: [
        msg`See that its computer is on and awake, and that the server was started.`,
        msg`Search the network: it may have got another address.`,
      ],
    },
    'behind-proxy': {
      title: msg`The proxy may be on, and the server off`,
      says: msg`Or the server is starting, or the proxy looks for it in the wrong place.`,
      steps: [
        msg`Start the server on its computer, and give it a minute.`,
        msg`Type the server's own address instead of the proxy's, such as 192.168.1.10:32400.`,
      ],
    },
    'kept-out': {
      title: msg`A proxy may want a sign-in before it lets you through`,
      says: msg`What answers is not the server. It asks for a name and a password of its own, or sends people to a page to log in.`,
      steps: [msg`Type the server's own address instead of the proxy's, such as 192.168.1.10:32400.`],
    },
    'somebody-else': {
      title: msg`Something else answers at its address`,
      says: msg`Another program may have its port, or another device its address.`,
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
  },
  'broken-route': {
    'may-demand-secure': {
      title: msg`It may demand secure connections`,
      says: msg`Set like that, a server closes every other connection without a word. This page can't tell that from a server that is off.`,
      steps: [
        msg`On the server's own computer, open its settings, and set “Secure connections” under Network to “Preferred”.`,
      ],
    },
    'says-claimed': {
      title: msg`It is linked; only the way to it may be broken`,
      says: msg`The server is claimed, and answers in its own network. What fails may be reaching it from elsewhere, or by its secure name.`,
    },
  },
  blocked: {
    'kept-off': KEPT_OFF,
    'search-failed-at-once': KEPT_OFF,
    'permission-asked': {
      title: msg`The browser may be waiting for you to allow it`,
      says: msg`This page came from the internet. Until you let it reach your local network, every address seems silent.`,
    },
  },
  unknown: {
    'linked-and-nothing-to-add': {
      title: msg`The server is linked, so something else is in the way`,
      says: msg`The server answers, and says that it is linked to an account. That nothing can be added must have another reason.`,
      steps: [
        msg`Where no gear for settings is there, sign in with the account that owns the server.`,
        msg`Where the list of languages is empty, or “Next” stays grey, see that the server may write into its data folder: there, “Logs/PMS Plugin Logs” may be missing.`,
        msg`If that does not help, copy the report under “What this page did”, and ask in the forum.`,
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
        msg`If the server turns that one away as well, it is not the code: the server may take you for somebody from outside.`,
      ],
    },
    'pin-ran-out': {
      title: msg`The link to sign in ran out`,
      says: msg`Nothing was changed. Such a link is good for half an hour at most.`,
      steps: [msg`Start over, and sign in once more.`],
    },
  },
}
