import type { CodeUse } from '../../server/claim.ts'
import type { StageName } from './screen.ts'

/** Something that this page did or saw, by name. */
export type EventName =
  | StageName
  | 'searched'
  | 'went-to-sign-in'
  | 'sent-code'
  | `code-${NonNullable<CodeUse['result']>}`
  | 'asked-account'

export type PageEvent = { readonly name: EventName; readonly atMonotonicMs: number }

/** Has the page seen the server before it was linked? */
export function wasUnlinked(events: readonly PageEvent[]): boolean {
  return events.some(({ name }) => name === 'unclaimed' || name === 'confirming')
}
