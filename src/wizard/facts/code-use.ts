import { CODE_GOOD_FOR_MS } from '../../account/claim-code.ts'
import type { CodeUse } from '../../server/claim.ts'

/** What became of the code by now: one that was fetched and not sent runs out after four minutes. */
export function codeUseAt({ result, meantFor, fetchedAtMs }: CodeUse, nowMonotonicMs: number): CodeUse {
  const ranOut = fetchedAtMs !== null && nowMonotonicMs - fetchedAtMs >= CODE_GOOD_FOR_MS
  return { result: ranOut && result === null ? 'ran-out' : result, meantFor, fetchedAtMs }
}
