import type { Known } from './known.ts'
import type { Screen } from './screen.ts'

/** When the server on screen was last heard, or where there is none, any address; null before the first answer. */
export function lastCheckMs({ candidates }: Known, { server }: Screen): number | null {
  if (server !== null) return server.history.latest.atMs
  const times = candidates.flatMap(({ history }) => history?.latest.atMs ?? [])
  return times.length === 0 ? null : Math.max(...times)
}
