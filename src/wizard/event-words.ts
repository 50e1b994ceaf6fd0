import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EventName } from './use-history.ts'

/** What this page did, as it is told to the person. */
export const EVENT_WORDS: Record<EventName, MessageDescriptor> = {
  looking: msg`Looked for the server`,
  choosing: msg`Several servers answered`,
  missing: msg`No server answered`,
  blocked: msg`The browser kept this page off the network`,
  unreadable: msg`Somebody answered and hid the answer`,
  stranger: msg`Something else answered`,
  starting: msg`The server said that it is starting`,
  unclaimed: msg`The server said that it is not claimed`,
  confirming: msg`Waited for the server to say that it is claimed`,
  claimed: msg`The server said that it is claimed`,
  searched: msg`Searched a network, because you said so`,
  'went-to-sign-in': msg`You went to sign in`,
  'sent-code': msg`Handed your claim code to the server`,
  'asked-account': msg`Asked the account service whether it can be reached`,
}
