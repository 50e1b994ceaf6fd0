import type { Sight } from '../page/sight-of.ts'
import type { Evening } from './evening.ts'
import type { Tab } from './tab.ts'

/** What was reached, each with how often. */
export type Coverage = {
  readonly screens: Record<string, number>
  readonly transitions: Record<string, number>
  readonly causes: Record<string, number>
  readonly faults: Record<string, number>
  readonly pairs: Record<string, number>
}

export function noCoverage(): Coverage {
  return { screens: {}, transitions: {}, causes: {}, faults: {}, pairs: {} }
}

export function addCoverage(to: Coverage, more: Coverage): void {
  for (const kind of Object.keys(to) as readonly (keyof Coverage)[]) {
    for (const [name, times] of Object.entries(more[kind])) to[kind][name] = (to[kind][name] ?? 0) + times
  }
}

type Watcher = {
  /** Is it another screen, or the same at another address, than before in this tab? */
  readonly sight: (tab: Tab, sight: Sight) => boolean
  readonly take: (evening: Evening) => Coverage
}

export function coverageOf(): Watcher {
  const all = noCoverage()
  const count = (kind: keyof Coverage, name: string): void => {
    all[kind][name] = (all[kind][name] ?? 0) + 1
  }
  const before = new Map<Tab, { name: string; key: string }>()
  return {
    sight: (tab, sight) => {
      const { name } = sight.screen
      const key = `${name} ${sight.address ?? ''} ${sight.machine ?? ''}`
      const last = before.get(tab)
      if (last?.key === key) return false
      before.set(tab, { name, key })
      if (last?.name === name) return true
      count('screens', name)
      count('causes', sight.cause())
      if (last !== undefined) count('transitions', `${last.name} → ${name}`)
      return true
    },
    take: ({ plan }) => {
      const faults = plan.steps.flatMap((step) => (step.kind === 'fault' ? [step] : []))
      for (const one of faults) {
        count('faults', one.fault)
        for (const other of faults) {
          const together =
            one !== other && other.atMs < one.atMs + one.forMs && one.atMs < other.atMs + other.forMs
          if (together && one.fault < other.fault) count('pairs', `${one.fault} + ${other.fault}`)
        }
      }
      return all
    },
  }
}
