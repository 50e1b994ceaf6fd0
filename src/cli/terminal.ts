/** Where the command speaks: results to one, progress and trouble to the other, so that results can be piped. */
export type Terminal = {
  readonly result: (text: string) => void
  readonly progress: (text: string) => void
}

export const TERMINAL: Terminal = {
  result: (text) => void process.stdout.write(`${text}\n`),
  progress: (text) => void process.stderr.write(`${text}\n`),
}
