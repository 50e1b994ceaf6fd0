import type { Evening } from '../world/evening.ts'
import type { Host } from '../world/host.ts'
import type { Tab } from '../world/tab.ts'
import { namedAs } from './believed.ts'

const SHOWN_WITHIN_MS = 2_000
/** After what the person did, and after faults, the page is given this long first. */
const SETTLED_AFTER_MS = 3_000
/** There, back, and drawing. */
const WAY_MS = 150

/** Who waits in a page that can be seen sees within two seconds that the server says that it is linked. */
export function watchForLink(evening: Evening, host: Host): void {
  const { clock, breaks } = evening
  const { claimedFromMs } = host
  clock.after(claimedFromMs - clock.nowMs(), () => {
    const waiting = evening.tabs.filter((tab) => waitsFor(evening, tab, host))
    clock.after(SHOWN_WITHIN_MS + WAY_MS, () => {
      for (const tab of waiting) {
        if (
          evening.actedMs >= claimedFromMs ||
          evening.faultyUntilMs >= claimedFromMs ||
          tab.closedMs !== null
        )
          continue
        const shown = tab.sight()?.screen.name
        if (shown !== 'claimed')
          breaks(
            'linked within two seconds',
            `${tab.opening.name} shows "${shown}" two seconds after ${host.name} was linked`,
          )
      }
    })
  })
}

function waitsFor(evening: Evening, tab: Tab, host: Host): boolean {
  const sight = tab.sight()
  if (sight === null || !tab.isVisible() || tab.closedMs !== null || evening.faults.size > 0) return false
  const { screen } = sight
  if (screen.name !== 'confirming' && screen.name !== 'ask-finished') return false
  const { nowMs } = evening.clock
  if (
    nowMs() - Math.max(evening.actedMs, evening.faultyUntilMs) < SETTLED_AFTER_MS ||
    tab.awakeMs() > nowMs()
  )
    return false
  return (
    sight.address === host.address &&
    screen.health === 'answering' &&
    namedAs(evening, tab, host.address) === 'promised'
  )
}
