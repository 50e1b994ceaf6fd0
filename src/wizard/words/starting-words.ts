/** How long a start has lasted, in whole seconds; null while it only begins, and nobody is told of no second, or of one. */
export function secondsOfStart(forMs: number): number | null {
  const seconds = Math.round(forMs / 1_000)
  return seconds < 2 ? null : seconds
}
