import type { PretendHost } from '../../../src/mocks/http-host.ts'
import type { Sitting } from './sitting.ts'

/** A screen that people leave open, and how they come to it. */
type LeftOpen = {
  /** As the page says itself, at first and later on: waiting is called otherwise with time. */
  readonly screens: readonly string[]
  readonly before: (host: PretendHost) => Promise<void>
  readonly onceThere?: (sitting: Sitting) => Promise<void>
}

export type LeftOpenName = 'unlinked' | 'missing' | 'confirming' | 'linked'

export const LEFT_OPEN: Readonly<Record<LeftOpenName, LeftOpen>> = {
  unlinked: { screens: ['unclaimed'], before: (host) => host.become('unclaimed') },
  missing: { screens: ['missing'], before: (host) => host.stop() },
  confirming: {
    screens: ['confirming', 'ask-finished', 'overdue'],
    before: (host) => host.become('unclaimed'),
    onceThere: (sitting) => sitting.pressAndReturn('[data-action=sign-in]'),
  },
  linked: { screens: ['claimed'], before: (host) => host.become('claimed') },
}

export const LEFT_OPEN_NAMES = Object.keys(LEFT_OPEN) as readonly LeftOpenName[]
