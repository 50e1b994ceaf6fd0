import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { AddressProblem } from '../../lib/address.ts'

/** What to do about text that is no address. */
export const ADDRESS_PROBLEMS: Record<AddressProblem, MessageDescriptor> = {
  empty: msg`Type the server's address first, for example 192.168.1.10.`,
  'not-an-address': msg`That is not an address this page can read. Type an address like 192.168.1.10 or attic-nas:32400.`,
  'other-scheme': msg`Only addresses that begin with http:// or https:// lead to a media server.`,
  port: msg`The number after the colon must be between 1 and 65535; the usual one is 32400. If you don't know the number, leave it out.`,
  'sign-in-data': msg`Leave out the name and password before the @ sign; this page never needs them.`,
  zone: msg`Browsers can't use an address with a % sign in it. Type the server's other address, such as 192.168.1.10.`,
}
