/** Numbers that only the seed decides. */
export type Chance = {
  /** From 0 up to 1. */
  readonly next: () => number
  readonly upTo: (most: number) => number
  readonly between: (least: number, most: number) => number
  readonly oneOf: <T>(all: readonly T[]) => T
  readonly happens: (share: number) => boolean
}

/** Mulberry32: small, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 4; warm += 1) next()
  const upTo = (most: number): number => Math.floor(next() * most)
  return {
    next,
    upTo,
    between: (least, most) => least + next() * (most - least),
    oneOf: (all) => {
      const one = all[upTo(all.length)]
      if (one === undefined) throw new Error('There is nothing to choose from')
      return one
    },
    happens: (share) => next() < share,
  }
}
