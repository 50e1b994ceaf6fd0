export type Group = {
  readonly name: string
  readonly outer: Group | null
  readonly beforeAll: (() => unknown)[]
  readonly beforeEach: (() => unknown)[]
  readonly afterEach: (() => unknown)[]
  isReady: boolean
}

export type CollectedTest = {
  readonly name: string
  readonly file: string
  readonly group: Group
  readonly run: () => unknown
}

/** What goes on at the moment; survives that modules are loaded anew. */
export type Live = {
  /** The mutant that lives; -1 while none does. */
  mutant: number
  /** How often it was come by, and how often that may be: more is a loop without end. */
  hits: number
  most: number
  /** The mutants that were come by; null while nobody keeps count. */
  seen: Set<number> | null
  file: string
  group: Group
  tests: CollectedTest[]
}

type Place = { mutationLive?: Live; isMutant?: (id: number) => boolean }
const MOST_HITS = 2_000_000

export function newGroup(): Group {
  return { name: '', outer: null, beforeAll: [], beforeEach: [], afterEach: [], isReady: false }
}

export function live(): Live {
  const place = globalThis as Place
  place.mutationLive ??= {
    mutant: -1,
    hits: 0,
    most: MOST_HITS,
    seen: null,
    file: '',
    group: newGroup(),
    tests: [],
  }
  return place.mutationLive
}

/** What the switches in the mutated files ask. */
export function listen(): void {
  const state = live()
  ;(globalThis as Place).isMutant = (id) => {
    state.seen?.add(id)
    if (id !== state.mutant) return false
    state.hits += 1
    if (state.hits > state.most) throw new Error('a loop without end')
    return true
  }
}
