import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EventName } from '../screen/page-events.ts'

/** What this page did, as it is told to the person. */
export const EVENT_WORDS: Record<EventName, MessageDescriptor> = {
  looking: msg`Looked for the server`,
  choosing: msg`Several servers answered`,
  missing: msg`No server answered`,
  blocked: msg`The browser kept this page off the network`,
  unreadable: msg`Somebody answered and hid the answer`,
  stranger: msg`Something else answered`,
  starting: msg`The server said that it is starting`,
  unclaimed: msg`The server said that it is not linked`,
  confirming: msg`Waited for the server to say that it is linked`,
  claimed: msg`The server said that it is linked`,
  searched: msg`Searched a network, because you said so`,
  'went-to-sign-in': msg`You went to sign in`,
  'sent-code': msg`Took your claim code, to hand it to the server`,
  'code-accepted': msg`The server accepted the claim code`,
  'code-turned-away': msg`The server turned the claim code away`,
  'code-account-failed': msg`The server said that the account service failed`,
  'code-behind-proxy': msg`A proxy answered to the claim code, and not the server`,
  'code-refused': msg`The server refused the claim code`,
  'code-starting': msg`The server was still starting; the claim code was not used`,
  'code-unanswered': msg`The server did not answer to the claim code`,
  'code-already-claimed': msg`The server was linked by then; the claim code was not sent`,
  'code-not-the-server': msg`Another server answered there; the claim code was not sent`,
  'code-not-local': msg`The server is not at home; the claim code was not sent`,
  'code-ran-out': msg`The four minutes of the claim code were over`,
  'asked-account': msg`Asked the account service whether it can be reached`,
}
