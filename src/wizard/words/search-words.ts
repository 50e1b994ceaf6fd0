import { latestTally, type Search } from '../../server/search.ts'

/** How much longer this network takes, once there is something to tell it from; null before, and for the last moments. */
export function secondsLeftOf(search: Search, nowMs: number): number | null {
  const { asked, total } = latestTally(search) ?? { asked: 0, total: 0 }
  const elapsedMs = nowMs - search.turnAtMs
  if (elapsedMs < 1_000 || asked === 0) return null
  const leftMs = (elapsedMs / asked) * (total - asked)
  return leftMs < 500 ? null : Math.ceil(leftMs / 1_000)
}

/** Was no router's page heard, so that the person has to say which network this is? Not where the search was stopped. */
export function asksForRouter(search: Search | null): boolean {
  return search?.phase !== 'routers' && search?.routerAnswered === false && search.found.length === 0
}
