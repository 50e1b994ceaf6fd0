import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { AccountWay, HomeWay } from '../screen/map.ts'

/** The first half of the map, for those who do not see it. */
export const HOME_SENTENCES: Readonly<Record<HomeWay, MessageDescriptor>> = {
  unknown: msg`No server is known yet.`,
  asking: msg`This device is waiting for an answer from the server.`,
  reached: msg`This device reaches the server.`,
  starting: msg`This device reaches the server, which is still starting.`,
  several: msg`This device reaches more than one server.`,
  'kept-off': msg`Nothing from this page leaves this device for the home network.`,
  silent: msg`No answer comes back from the address of the server.`,
  failing: msg`This device does not reach the server, and the reason is not known yet.`,
  hidden: msg`Somebody answers at the address of the server, and this page can't read the answer.`,
  another: msg`Something else answers at the address of the server.`,
}

/** The second half. */
export const ACCOUNT_SENTENCES: Readonly<Record<AccountWay, MessageDescriptor>> = {
  unknown: msg`Whether the server is linked to a Plex account is not known yet.`,
  'not-linked': msg`The server is not linked to a Plex account yet.`,
  'signing-in': msg`The server is waiting for a sign-in to be linked to a Plex account.`,
  'code-sent': msg`The server is being linked to a Plex account by a code.`,
  overdue: msg`The server is still not linked to a Plex account.`,
  unsure: msg`Whether the server is linked to a Plex account is not certain.`,
  linked: msg`The server is linked to a Plex account.`,
}
