import { msg } from '@lingui/core/macro'
import type { PreciseWords } from './cause-words.ts'
import type { SignName } from './sign-name.ts'

/** Why nothing that is a ready server answers, as far as that can be told. */
export const NOT_RUNNING_WORDS: Partial<Record<SignName, PreciseWords>> = {
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
}
