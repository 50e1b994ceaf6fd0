import { ATTIC_ID } from '../plan/places.ts'
import type { Evening } from './evening.ts'

/** What an earlier visit left in the browser. */
export function visitedBefore({ plan, local, everUsed }: Evening): void {
  const used = plan.visited.map((address) => ({ machineIdentifier: ATTIC_ID, address }))
  if (used.length > 0) local.set('setup-plex:used-addresses', JSON.stringify(used))
  for (const address of plan.visited) everUsed.add(address)
}
