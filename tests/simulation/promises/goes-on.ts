import { ACCOUNT } from '../world/network.ts'
import { answersTo, meantIn, namedAs } from './believed.ts'
import type { LeavePromise } from './promise.ts'

/**
 * A page goes somewhere by itself only where it was opened for that: on to the one machine that it is about, which has just
 * said at an address that may be believed that it is linked; or to sign in to that, where it has said that it is not.
 */
export const goesOnlyToTheServer: LeavePromise = (evening, tab, { href, how }) => {
  if (!tab.opening.hash.startsWith('#/open')) return `A page that was not opened for that goes to ${href}`
  const [, machine = ''] = /^\/desktop\/#!\/server\/([\da-f]+)\/await$/.exec(href.replace(ACCOUNT, '')) ?? []
  const signsIn = how === 'to come back' && href.startsWith(`${ACCOUNT}/auth#?clientID=`)
  if (machine === '' && !signsIn) return `A page goes to ${href}`
  const meant = meantIn(evening, tab) ?? []
  if (!meant.some((each) => each === machine || (signsIn && href.includes(each))))
    return `A page goes on for …${machine.slice(-6)}, which it is not about`
  const said = answersTo(evening, tab).filter(
    (each) => meant.includes(each.said?.machine ?? '') && namedAs(evening, tab, each.origin) !== null,
  )
  const claimed = said.at(-1)?.said?.claimed
  if (claimed === undefined) return 'A page goes on to a server that nobody believed has spoken for'
  return claimed === !signsIn ? null : `A page goes ${how} to a server whose last word was another`
}
