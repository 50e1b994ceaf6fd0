import { ago } from '../../i18n/ago.ts'
import { epochOf, type Moment } from '../../lib/clock.ts'

/** When an address was last asked (`atMs`, monotonic): for programs, on the clock, and in words such as "2 seconds ago". */
export type LastCheckWords = { readonly iso: string; readonly clock: string; readonly when: string }

export function lastCheckWords(atMs: number, now: Moment, language: string): LastCheckWords {
  const moment = new Date(epochOf(atMs, now))
  return {
    iso: moment.toISOString(),
    clock: moment.toLocaleTimeString(language),
    when: ago(now.monotonicMs - atMs, language),
  }
}
