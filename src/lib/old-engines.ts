/**
 * Supplies what browsers with the first look alone lack (docs/browsers.md), as far as it is used. Lists in lists came
 * with Chromium 69, objects from entries with 73, the global's own name with 71. Plurals came with Safari 13.
 */
function supply(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

type List = readonly unknown[]

function flatMap(this: List, take: (each: unknown, at: number, all: List) => unknown): unknown[] {
  return this.reduce<unknown[]>((all, each, at) => all.concat(take(each, at, this)), [])
}

function fromEntries(entries: Iterable<readonly [PropertyKey, unknown]>): object {
  const object: Record<PropertyKey, unknown> = {}
  for (const [key, value] of entries) object[key] = value
  return object
}

/** Right for the languages of the page that have one form for one and one for all others. */
class PluralRules {
  select(count: number): string {
    return count === 1 ? 'one' : 'other'
  }
}

supply(Array.prototype, 'flatMap', flatMap)
supply(Object, 'fromEntries', fromEntries)
supply(window, 'globalThis', window)
supply(Intl, 'PluralRules', PluralRules)
// Preact would ask for a newer way to come after the event.
export const afterwards: (then: () => void) => void = (then) => void Promise.resolve().then(then)
