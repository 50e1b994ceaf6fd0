import type { MachineIdentifier } from '../lib/machine-identifier.ts'

/** Who answered at one address, one after the other. Times on the monotonic clock. */
export type Turns = {
  /** Everybody, each once, the newest arrival last. */
  readonly machines: readonly MachineIdentifier[]
  readonly latest: MachineIdentifier | null
  /** Did it fail, or start, since its last readable answer? */
  readonly interrupted: boolean
  /** How often it came back from a pause as a machine that had never answered here. */
  readonly renewals: number
  /** When a machine was back last that another one had followed on without any pause; null where that never happened. */
  readonly backAtMs: number | null
  /** When that happened for the second time within seconds; null where it never did. */
  readonly againAtMs: number | null
}

export const NO_TURNS: Turns = {
  machines: [],
  latest: null,
  interrupted: false,
  renewals: 0,
  backAtMs: null,
  againAtMs: null,
}

const KEPT = 8
/** A machine that is back twice in less takes turns with another. */
const IN_TURN_WITHIN_MS = 8_000
/** Two that answer in turn seldom leave all to one of them for longer; where one is gone, the other soon counts. */
const IN_TURN_FOR_MS = 5_000
const RENEWED_FROM = 2

export function afterPause(before: Turns): Turns {
  return before.interrupted ? before : { ...before, interrupted: true }
}

export function afterTurn(before: Turns, machine: MachineIdentifier, atMs: number): Turns {
  const { machines, latest, interrupted, renewals, backAtMs, againAtMs } = before
  if (machine === latest) return { ...before, interrupted: false }
  const isNew = !machines.includes(machine)
  const isBack = !isNew && !interrupted
  // Once, somebody else stood there for a while, and left.
  const again = isBack && backAtMs !== null && atMs - backAtMs < IN_TURN_WITHIN_MS
  return {
    machines: isNew ? [...machines, machine].slice(-KEPT) : machines,
    latest: machine,
    interrupted: false,
    renewals: renewals + (isNew && interrupted && latest !== null ? 1 : 0),
    backAtMs: isBack ? atMs : backAtMs,
    againAtMs: again ? atMs : againAtMs,
  }
}

/** Who answers at an address: one machine, two that take turns, or a new one after each start. */
export type WhoAnswers = 'one' | 'in-turn' | 'renewed'

export function answeringOf({ renewals, againAtMs }: Turns, lastGoodAtMs: number): WhoAnswers {
  if (againAtMs !== null && lastGoodAtMs - againAtMs < IN_TURN_FOR_MS) return 'in-turn'
  return renewals >= RENEWED_FROM ? 'renewed' : 'one'
}
