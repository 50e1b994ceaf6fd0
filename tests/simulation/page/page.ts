import { parseOrigin } from '../../../src/lib/address.ts'
import { parseStamp } from '../../../src/stamp/read-stamp.ts'
import type { Opened } from '../../../src/wizard/facts/facts.ts'
import type { Actions } from '../../../src/wizard/live/actions.ts'
import type { Sight } from './sight-of.ts'

/** How a page is opened in a simulated tab. */
export type PageOpening = {
  readonly stamp: string
  /** null from a file. */
  readonly pageOrigin: string | null
  readonly into: Element
  /** Called after each drawing with what is on screen, and with all that a person can do there. */
  readonly onSight: (sight: Sight, actions: Actions) => void
  readonly onBug: (error: unknown) => void
}

/** What a script of the page's code leaves in its tab. Returns how to close it. */
export type PageScript = {
  readonly open: (opening: PageOpening) => () => void
  /** Throws away what the page kept in memory because storage was refused, as a reload does. */
  readonly forgetKept: (keys: readonly string[]) => void
}

/** The first look can begin to ask before there is anything to see, as the painter does. */
export type FirstScript = PageScript & { readonly begin: PageScript['open'] }

export function openedBy({ stamp, pageOrigin }: PageOpening): Opened {
  return { stamp: parseStamp(stamp), pageOrigin: parseOrigin(pageOrigin) }
}
