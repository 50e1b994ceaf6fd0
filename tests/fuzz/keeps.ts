import fc from 'fast-check'
import { test } from 'vitest'

/** How many each parser is given: so many with all other tests, and as many as `npm run fuzz` is told. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 10_000)
const SEED = process.env['FUZZ_SEED']
/** Nothing that comes from elsewhere may hold the page up. Far more than it takes, since other programs run as well. */
const DONE_WITHIN_MS = 1_000

/** The test that whatever is `given` to a parser keeps what is `promised`, which throws where it does not, and soon. */
export function keeps(parser: string, given: fc.Arbitrary<string>, promised: (text: string) => void): void {
  const property = fc.property(given, (text) => {
    const beganMs = performance.now()
    promised(text)
    const tookMs = performance.now() - beganMs
    if (tookMs > DONE_WITHIN_MS) throw new Error(`it takes ${tookMs} ms`)
  })
  const chance = SEED === undefined ? {} : { seed: Number(SEED) }
  test(parser, { timeout: 60_000 + INPUTS * 20 }, () => {
    fc.assert(property, { numRuns: INPUTS, ...chance })
  })
}
