import type { Coverage } from '../world/coverage.ts'

/** What was reached, in short, or with every name and how often. */
export function coverageLines(coverage: Coverage, all: boolean): readonly string[] {
  return Object.entries(coverage).map(([kind, reached]) => {
    const names = Object.entries(reached).toSorted(([, one], [, other]) => other - one)
    const told = all ? `: ${names.map(([name, times]) => `${name} ${times}`).join(', ')}` : ''
    return `${kind}: ${names.length}${told}`
  })
}
