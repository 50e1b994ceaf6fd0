const TOGETHER = 5

/**
 * The places of texts in an order in which each follows the one that it shares most with. Letters in a row are counted, rare
 * ones above all. What is alike then packs better. The same texts give the same order.
 */
export function similarOrder(texts: readonly string[]): readonly number[] {
  const runs = texts.map(runsIn)
  const having = new Map<string, number[]>()
  for (const [place, each] of runs.entries())
    for (const run of each) {
      const places = having.get(run)
      if (places === undefined) having.set(run, [place])
      else places.push(place)
    }

  const left = new Set(texts.keys())
  const order: number[] = []
  for (let next = nextOf(left); next !== undefined; next = nextOf(left)) {
    for (let place: number | undefined = next; place !== undefined;) {
      order.push(place)
      left.delete(place)
      place = mostAlike(runs[place] ?? new Set(), having, left)
    }
  }
  return order
}

function runsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length }, (_, at) => text.slice(at, at + TOGETHER)))
}

function nextOf(places: ReadonlySet<number>): number | undefined {
  const [first] = places
  return first
}

/** Undefined where none shares anything. */
function mostAlike(
  runs: ReadonlySet<string>,
  having: ReadonlyMap<string, readonly number[]>,
  left: ReadonlySet<number>,
): number | undefined {
  const shared = new Map<number, number>()
  for (const run of runs) {
    const places = having.get(run) ?? []
    for (const place of places)
      if (left.has(place)) shared.set(place, (shared.get(place) ?? 0) + 1 / places.length)
  }
  let best: number | undefined
  for (const [place, much] of shared) if (much > (shared.get(best ?? -1) ?? 0)) best = place
  return best
}
