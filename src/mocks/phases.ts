import type { Behaviour } from './behaviours.ts'
import type { Times } from './times.ts'

/** `plugins` answers, refuses to be changed, and says only now and then that it is starting. */
export type Phase =
  | { readonly name: 'maintenance' }
  | { readonly name: 'plugins'; readonly startState: boolean }
  | { readonly name: 'ready' }

const STARTING: ReadonlySet<Behaviour> = new Set(['starting', 'restarting-claimed', 'cors-on-200'])

/** Where a server is in its life, by the time since it began to behave this way. */
export function phaseOf(behaviour: Behaviour, sinceMs: number, times: Times): Phase {
  if (behaviour === 'stuck-starting' || behaviour === 'killed-starting') return { name: 'maintenance' }
  if (behaviour === 'forgetful') {
    return { name: sinceMs % cycleOf(times) < times.maintenanceMs ? 'maintenance' : 'ready' }
  }
  if (!STARTING.has(behaviour)) return { name: 'ready' }
  if (sinceMs < times.maintenanceMs) return { name: 'maintenance' }
  const flapping = (sinceMs - times.maintenanceMs) / times.flappingMs
  // There for a third of the time, gone for a third, there for the last.
  if (flapping < 1) return { name: 'plugins', startState: flapping < 1 / 3 || flapping >= 2 / 3 }
  return { name: 'ready' }
}

/** Of a server that starts again and again: from one start to the next. */
function cycleOf({ maintenanceMs, flappingMs }: Times): number {
  return maintenanceMs + flappingMs / 3
}

export function startsSoFar(sinceMs: number, times: Times): number {
  return 1 + Math.floor(sinceMs / cycleOf(times))
}

/** Has something ended its start, and not begun it anew yet? */
export function isBetweenStarts(sinceMs: number, times: Times): boolean {
  return sinceMs % cycleOf(times) >= times.maintenanceMs
}
