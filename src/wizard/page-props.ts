import type { Facts } from './facts.ts'
import type { Stage } from './stage.ts'
import type { Actions } from './use-actions.ts'

/** What every page gets: its own stage, the facts behind it, and what the person can do. */
export type PageProps<Name extends Stage['name']> = {
  readonly stage: Extract<Stage, { name: Name }>
  readonly facts: Facts
  readonly actions: Actions
}
