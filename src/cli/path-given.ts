import { EXIT, Problem } from './problem.ts'

/** Reads a path that somebody gave. Throws a `Problem` for an empty one, which a shell makes of a variable that is not set. */
export function pathGiven(text: string): string {
  if (text === '') throw new Problem('--out and --data-dir need a path.', EXIT.usage)
  return text
}
