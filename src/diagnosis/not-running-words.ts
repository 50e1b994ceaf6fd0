import { msg } from '@lingui/core/macro'
import type { PreciseWords } from './cause-words.ts'
import type { SignName } from './sign-name.ts'

/** Why nothing that is a ready server answers, as far as that can be told. */
export const NOT_RUNNING_WORDS: Partial<Record<SignName, PreciseWords>> = {
  starting: {
    title: msg`The server is still starting`,
    says: msg`Nothing else is in the way now.`,
    steps: [msg`Leave this page open; everything goes on by itself.`],
  },
  'keeps-restarting': {
    title: msg`Something restarts the server before it is ready`,
    says: msg`The server begins to start, stops answering, and begins anew. A container's health check, or a program that watches over the server, may end the server while the database is being worked on.`,
    steps: [
      msg`Give the health check more time for the start, half an hour if the library is large.`,
      msg`Meanwhile, leave the server alone, and see that there is enough memory and disk space.`,
    ],
  },
  refused: {
    title: msg`The server's computer may be on, and the server not running`,
    says: msg`The attempt failed at once, as happens where a computer is on and no server runs there.`,
    steps: [
      msg`Start the server on its computer.`,
      msg`If the server runs there, the server may have a new address: search the network.`,
    ],
  },
  'not-here': {
    title: msg`The server may not be running on this computer`,
    says: msg`Only this computer was checked, because the page knows no other address, and no server answers here.`,
    steps: [
      msg`If the server belongs on this computer, start it.`,
      msg`If the server is on another computer, search the network, or type the server's address.`,
    ],
  },
  'name-failed': {
    title: msg`The server's name may be unknown here, or the server not running`,
    says: msg`The attempt failed at once, as happens where nobody knows the name, or no server runs.`,
    steps: [
      msg`Type the server's IP address instead of its name, or search the network.`,
      msg`Start the server on its computer.`,
    ],
  },
  'no-longer-answers': {
    title: msg`The server answered before, and is gone now`,
    says: msg`The server may have been restarted, the server's computer may have gone to sleep, or the network there may be down.`,
    steps: [
      msg`Wait a minute; this page keeps checking.`,
      msg`See that the server's computer is on, awake and in the network. If the network was lost when a container started, look at the network of that container.`,
      msg`Search the network: the server may have a new address.`,
    ],
  },
  silent: {
    title: msg`The server may be off, asleep, or behind a firewall`,
    says: msg`Nothing came back from the server's address, not even a refusal. The address may be wrong, too.`,
    steps: [
      msg`See that the server's computer is on and awake, and that the server was started.`,
      msg`A firewall on the server's computer must let in port 32400.`,
      msg`Try from another device, such as a phone: with macvlan, a computer can't reach its own container, and all others can.`,
      msg`Search the network: the server may have a new address.`,
    ],
  },
  'nobody-there': {
    title: msg`The server's computer may be off or asleep, or have another address`,
    says: msg`No device in this network seems to have the server's address: the attempt ended after three seconds, as happens where no device is.`,
    steps: [
      msg`See that the server's computer is on and awake, and that the server was started.`,
      msg`Search the network: the server may have a new address.`,
    ],
  },
  'behind-proxy': {
    title: msg`The proxy may be on, and the server off`,
    says: msg`The server may also be starting, or the proxy may look for the server in the wrong place.`,
    steps: [
      msg`Start the server on its computer, and wait a minute.`,
      msg`Type the server's own address instead of the proxy's, such as 192.168.1.10:32400.`,
    ],
  },
  'kept-out': {
    title: msg`A proxy may want a sign-in before it lets you through`,
    says: msg`What answers is not the server, but something that asks for a name and a password of its own, or sends people to a sign-in page.`,
    steps: [msg`Type the server's own address instead of the proxy's, such as 192.168.1.10:32400.`],
  },
  'somebody-else': {
    title: msg`Something else answers at the server's address`,
    says: msg`Another program may have the server's port, or another device the server's address.`,
    steps: [msg`Search the network: the server may have a new address.`],
  },
  ill: {
    title: msg`Something is wrong with the server, or on the way there`,
    says: msg`An answer comes, but not a complete and proper one.`,
    steps: [
      msg`Wait a minute. If nothing changes, start the server again on its own computer.`,
      msg`If the network is weak there, try a cable.`,
    ],
  },
  offline: {
    title: msg`This device has no connection`,
    says: msg`While this device is offline, no server can be checked.`,
    steps: [msg`Connect this device to the same network as the server.`],
  },
}
