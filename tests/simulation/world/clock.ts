/** Something that wants to be called at a time; `owner` may be asleep by then. */
type Due = { readonly atMs: number; readonly order: number; readonly act: () => void; off: boolean }

/** The time of one world. Nothing of the real clock gets in. */
export type Clock = {
  readonly nowMs: () => number
  /** Calls back after so long; returns how to prevent it. */
  readonly after: (ms: number, act: () => void) => () => void
  /** Lets time pass until then, or until `enough`. */
  readonly runUntil: (ms: number, enough?: () => boolean) => Promise<void>
  readonly pending: () => number
}

/** More than this at one moment is a loop. */
const AT_ONE_MOMENT = 20_000

export function newClock(): Clock {
  let nowMs = 0
  let order = 0
  const heap: Due[] = []
  const before = (one: Due, other: Due): boolean =>
    one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)

  function push(due: Due): void {
    let at = heap.push(due) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!before(due, heap[above] as Due)) break
      heap[at] = heap[above] as Due
      at = above
    }
    heap[at] = due
  }

  function pop(): Due | undefined {
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && before(heap[below + 1] as Due, heap[below] as Due)) below += 1
      if (!before(heap[below] as Due, last)) break
      heap[at] = heap[below] as Due
      at = below
    }
    heap[at] = last
    return top
  }

  async function runUntil(endMs: number, enough: () => boolean = () => false): Promise<void> {
    let atThisMoment = 0
    await settled()
    while (!enough()) {
      const next = heap[0]
      if (next === undefined || next.atMs > endMs) break
      pop()
      if (next.off) continue
      atThisMoment = next.atMs > nowMs ? 0 : atThisMoment + 1
      if (atThisMoment > AT_ONE_MOMENT)
        throw new Error('Time stands still: timers set each other without end')
      nowMs = Math.max(nowMs, next.atMs)
      next.act()
      await settled()
    }
    nowMs = Math.max(nowMs, endMs)
  }

  return {
    nowMs: () => nowMs,
    after: (ms, act) => {
      const due = { atMs: nowMs + Math.max(0, ms), order: (order += 1), act, off: false }
      push(due)
      return () => {
        due.off = true
      }
    },
    runUntil,
    pending: () => heap.filter(({ off }) => !off).length,
  }
}

/** Until every promise that can go on has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
