import type { BuiltPage } from '../page/built-page.ts'
import { newSlot, type Slot } from './slot.ts'
import type { Tab } from './tab.ts'

/** Places for tabs. Those of the evening before are used again. */
export type Slots = {
  readonly take: () => Slot
  /** These tabs are closed, and whatever they had begun has ended. */
  readonly empty: (tabs: readonly Tab[]) => void
}

export function newSlots(page: BuiltPage, parser: unknown): Slots {
  const free: Slot[] = []
  return {
    take: () => free.pop() ?? newSlot(page, parser),
    empty: (tabs) => {
      for (const tab of tabs) {
        tab.timers.stop()
        free.unshift(tab.slot)
      }
      free.splice(6)
    },
  }
}
