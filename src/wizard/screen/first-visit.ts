import type { Known } from './known.ts'

/**
 * Does the page know of no server anywhere? Then finding one is a beginning, and nothing is wrong yet. This computer is
 * asked without any reason, so that its silence says nothing.
 */
export function isFirstVisit({ stamp, candidates, trouble, search }: Known): boolean {
  if (trouble.name !== 'missing' || search !== null || stamp.broken) return false
  if (stamp.machineIdentifier !== null || stamp.addresses.length > 0) return false
  const sources = trouble.tried.map(
    ({ address }) => candidates.find((each) => each.address === address)?.source,
  )
  return sources.every((source) => source === 'loopback')
}
