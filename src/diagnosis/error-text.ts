import type { Cause } from './cause.ts'

/** How much an error text speaks for causes, as logarithms: 2 more is seven times as likely. */
export type Speaks = Partial<Record<Cause, number>>

/** What programs write when something fails, in whichever language people are. */
export type ErrorText = {
  /** What it is called on screen; never a piece of what was pasted. */
  readonly name: string
  /** In small letters; no part of it may repeat without a limit, as pastes are long. */
  readonly says: RegExp
  readonly speaks: Speaks
  /** A number says as much where somebody types it, and nothing in the midst of a log. */
  readonly typed?: RegExp
}
