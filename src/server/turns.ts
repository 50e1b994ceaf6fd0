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
  /** When a machine was back that another one had followed on without any pause; null where that never happened. */
  readonly backAtMs: number | null
}

export const NO_TURNS: Turns = {
  machines: [],
  latest: null,
  interrupted: false,
  renewals: 0,
  backAtMs: null,
}

const KEPT = 8
/** Two that answer in turn seldom leave all to one of them for longer; where one is gone, the other soon counts. */
const IN_TURN_FOR_MS = 8_000
const RENEWED_FROM = 2

export function afterPause(before: Turns): Turns {
  return before.interrupted ? before : { ...before, interrupted: true }
}

export function afterTurn(before: Turns, machine: MachineIdentifier, atMs: number): Turns {
  const { machines, latest, interrupted, renewals, backAtMs } = before
  if (machine === latest) return { ...before, interrupted: false }
  const isNew = !machines.includes(machine)
  return {
    machines: isNew ? [...machines, machine].slice(-KEPT) : machines,
    latest: machine,
    interrupted: false,
    renewals: renewals + (isNew && interrupted && latest !== null ? 1 : 0),
    backAtMs: !isNew && !interrupted ? atMs : backAtMs,
  }
}

/** Who answers at an address: one machine, two that take turns, or a new one after each start. */
export type WhoAnswers = 'one' | 'in-turn' | 'renewed'

export function answeringOf({ renewals, backAtMs }: Turns, lastGoodAtMs: number): WhoAnswers {
  if (backAtMs !== null && lastGoodAtMs - backAtMs < IN_TURN_FOR_MS) return 'in-turn'
  return renewals >= RENEWED_FROM ? 'renewed' : 'one'
}
