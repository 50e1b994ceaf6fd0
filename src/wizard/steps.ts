import type { Stage } from './stage.ts'

/** The three steps at the top of the page. They follow from the stage; nobody moves them on. */
export type Step = 'find' | 'sign-in' | 'ready'

export const STEPS: readonly Step[] = ['find', 'sign-in', 'ready']

export function stepOf(stage: Stage['name']): Step {
  switch (stage) {
    case 'looking':
    case 'choosing':
    case 'missing':
    case 'blocked':
    case 'unreadable':
    case 'stranger':
    case 'starting':
      return 'find'
    case 'unclaimed':
    case 'confirming':
      return 'sign-in'
    case 'claimed':
      return 'ready'
  }
}
