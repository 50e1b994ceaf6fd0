import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import type { Look } from '../world/tab.ts'
import type { FaultName } from './faults.ts'

/** What a person may have in mind. It comes to nothing where the page does not offer it. */
export const WISHES = [
  'sign-in',
  'not-now',
  'undo',
  'send-code',
  'check',
  'search',
  'stop-search',
  'type-address',
  'pick',
  'use-instead',
  'allow',
  'say-finished',
  'say-not-yet',
  'forget-addresses',
  'wander',
  'sleep',
  'focus',
  'reload',
  'close-and-open',
  'second-tab',
  'claimed-elsewhere',
] as const

export type Wish = (typeof WISHES)[number]

export type Step =
  | {
      readonly atMs: number
      readonly kind: 'fault'
      readonly fault: FaultName
      readonly on: string
      readonly forMs: number
    }
  /** `forMs` is how long it takes, where it does; `pick` decides between what is offered, from 0 up to 1. */
  | {
      readonly atMs: number
      readonly kind: 'wish'
      readonly wish: Wish
      readonly forMs: number
      readonly pick: number
    }

export type HostPlan = {
  readonly name: string
  readonly machineIdentifier: string
  readonly address: string
  readonly usual: Behaviour
  readonly claimed: boolean
}

export type Opening = {
  /** How it is told in a story. */
  readonly way: string
  readonly stamp: string
  readonly origin: string | null
  readonly hash: string
}

/** A whole evening, decided by its seed before it begins. */
export type Plan = {
  readonly seed: number
  readonly opening: Opening
  readonly look: Look
  readonly startsAfterMs: number
  readonly hosts: readonly HostPlan[]
  readonly routers: readonly string[]
  readonly elsewhere: 'refused' | 'nobody' | 'silent'
  readonly steps: readonly Step[]
  /** Where an earlier visit found the attic, or somebody who said so. */
  readonly visited: readonly string[]
}
