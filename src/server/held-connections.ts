import { pause } from '../lib/pause.ts'

/**
 * The connections that the engine may still be making to addresses which were given up. Some engines go on until the
 * system gives up as well. That takes 3 s where nobody is, and two minutes where a firewall swallows everything
 * (docs/engines.md). Every tab of the browser shares what there is of them, so that a page must never take nearly all
 * (browsers.md rule 1).
 */
export type HeldConnections = {
  /** Counts one from now on; what is called with it says how the question ended. */
  readonly open: () => (end: 'closed' | 'may be held') => void
  /** Resolves when there is room for so many more; rejects when `signal` says stop. `onWait` hears until when it waits. */
  readonly room: (more: number, order: RoomOrder) => Promise<void>
  /** Is there room for this many? */
  readonly hasRoomFor: (count: number) => boolean
  /** What was opened since then never left the engine, or is asked anew. */
  readonly forgetSince: (monotonicMs: number) => void
  /** Whether the system was seen to give up in this network within seconds, or not to; null while nobody knows. */
  readonly letsGo: () => boolean | null
  /** It was seen to: nothing is held for longer than 3 s. Or not to. */
  readonly learn: (letsGo: boolean) => void
}

type RoomOrder = {
  readonly signal: AbortSignal
  /** null when it waits no longer. */
  readonly onWait: (untilMs: number | null) => void
}

/** One search of a network, whose every address is silent, and no more. */
const MOST = 254
const HELD_FOR_MS = 130_000
const LET_GO_AFTER_MS = 3_150

export function heldConnections(): HeldConnections {
  let all: { readonly fromMs: number; untilMs: number }[] = []
  let known: boolean | null = null
  const count = (): number => {
    const nowMs = performance.now()
    all = all.filter(({ untilMs }) => untilMs > nowMs)
    // The next search may be in another network.
    if (all.length === 0) known = null
    return all.length
  }
  return {
    open: () => {
      const fromMs = performance.now()
      const connection = { fromMs, untilMs: fromMs + (known === true ? LET_GO_AFTER_MS : HELD_FOR_MS) }
      all.push(connection)
      return (end) => {
        if (end === 'closed') all = all.filter((other) => other !== connection)
      }
    },
    room: async (more, { signal, onWait }) => {
      let waited = false
      while (count() + more > MOST) {
        const untilMs = Math.min(...all.map((each) => each.untilMs))
        // Most of them were opened at about the same time.
        onWait(untilMs)
        waited = true
        await pause(Math.max(50, untilMs - performance.now()), signal)
      }
      if (waited) onWait(null)
    },
    hasRoomFor: (more) => count() + more <= MOST,
    forgetSince: (monotonicMs) => {
      all = all.filter(({ fromMs }) => fromMs < monotonicMs)
    },
    letsGo: () => known,
    learn: (letsGo) => {
      known = letsGo
      if (!letsGo) return
      for (const each of all) each.untilMs = Math.min(each.untilMs, each.fromMs + LET_GO_AFTER_MS)
    },
  }
}
