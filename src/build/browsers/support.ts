import { createRequire } from 'node:module'
import type {
  CompatData,
  CompatStatement,
  Identifier,
  SimpleSupportStatement,
} from '@mdn/browser-compat-data'
import type { Level } from './built-for.ts'

/** What MDN's data says about one thing, and what stands below it. */
export type Entry = Identifier

const requireHere = createRequire(import.meta.url)
let read: CompatData | undefined

/** MDN's data about browsers: 20 MB, read once. */
export function compatData(): CompatData {
  // By `require`, because Node 20 warns of each import of JSON.
  read ??= requireHere('@mdn/browser-compat-data') as CompatData
  return read
}

/** The entry with this path below another, or undefined where MDN has none. */
export function entryAt(from: Entry | undefined, ...path: readonly string[]): Entry | undefined {
  return path.reduce<Entry | undefined>(
    (at, name) => (at !== undefined && Object.hasOwn(at, name) ? at[name] : undefined),
    from,
  )
}

/** The browsers of a level that came before this entry, as `firefox 79`; none also where MDN says nothing. */
export function tooOldFor(entry: Entry | undefined, { browsers }: Level): readonly string[] {
  const { __compat: compat } = entry ?? {}
  if (compat === undefined) return []
  return Object.entries(browsers)
    .filter(([browser, version]) => !statementsOf(compat, browser).some((each) => isIn(each, version)))
    .map(([browser]) => `${browser} ${sinceOf(compat, browser)}`)
}

function statementsOf({ support }: CompatStatement, browser: string): readonly SimpleSupportStatement[] {
  return [support[browser as keyof typeof support] ?? []].flat()
}

/** Behind a switch, under another name or with a prefix, it is not there for anybody who calls it by its name. */
function isIn(statement: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed } = statement
  if (statement.flags !== undefined || statement.prefix !== undefined) return false
  if (statement.alternative_name !== undefined) return false
  if (numberOf(added) > version) return false
  return removed === undefined || numberOf(removed) > version
}

/** `≤37` is as good as 37; what is only in previews is in none. */
function numberOf(version: string | false | undefined): number {
  const number = Number.parseFloat(String(version).replace('≤', ''))
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number
}

function sinceOf(compat: CompatStatement, browser: string): string {
  const since = Math.min(...statementsOf(compat, browser).map((each) => numberOf(each.version_added)))
  return Number.isFinite(since) ? String(since) : 'never'
}
