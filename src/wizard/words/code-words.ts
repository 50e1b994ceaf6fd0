import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CodeProblem } from '../../account/claim-code.ts'
import type { CodeUse } from '../../server/claim.ts'

/** What to do about text that holds no claim code. */
export const CODE_PROBLEMS: Record<CodeProblem, MessageDescriptor> = {
  empty: msg`Paste the claim code first. The code begins with claim-.`,
  'no-code': msg`There is no claim code in this text. A code begins with claim- and has 20 characters after that.`,
  token: msg`This may be an access token, which is worth as much as a password: keep the token secret. The page neither sent nor kept it. A claim code begins with claim-.`,
  'too-short': msg`The claim code is too short; a part of it is missing. Copy it once more.`,
  'too-long': msg`The claim code is too long. Copy it once more, and nothing besides it.`,
}

/** What came of a claim code that did not lead to anything. */
export const CODE_RESULTS: Record<NonNullable<CodeUse['result']>, MessageDescriptor> = {
  accepted: msg`The server took the code, and does not say that it is linked.`,
  'turned-away': msg`The server refused the code, and nothing was changed. The code may be older than four minutes: get a fresh one first. If that is refused too, the server may take you for somebody from outside.`,
  'account-failed': msg`The account service failed when the server asked it about the code. Nothing is wrong with your server. Try again later, with a fresh code.`,
  'behind-proxy': msg`A proxy answered in the server's place. Whether the server got the code is not known.`,
  refused: msg`The server did not accept the code. Nothing was changed.`,
  starting: msg`The server is still starting, and the code was not used. Send the code once more in a moment, if it is still valid.`,
  unanswered: msg`The server did not answer. Whether it got the code is not known.`,
  'already-claimed': msg`The code was not sent: the server says that it is linked.`,
  'not-the-server': msg`The code was not sent: your server did not answer at its address just then.`,
  'not-local': msg`The code was not sent: it only goes to addresses at home.`,
  'ran-out': msg`The code ran out, and nothing was changed. Get a fresh one.`,
}
