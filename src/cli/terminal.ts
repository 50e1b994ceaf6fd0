/** Where the command speaks: results to one, progress and trouble to the other, so that results can be piped. */
export type Terminal = {
  readonly result: (text: string) => void
  readonly progress: (text: string) => void
  /** How wide the screen is on which a person sees results in colours; null, or left out, where there is none. */
  readonly columns?: () => number | null
}

export const TERMINAL: Terminal = {
  result: (text) => void process.stdout.write(`${text}\n`),
  progress: (text) => void process.stderr.write(`${text}\n`),
  // NO_COLOR and terminals that know none are heard by `hasColors`.
  columns: () => (process.stdout.isTTY && process.stdout.hasColors() ? process.stdout.columns : null),
}
