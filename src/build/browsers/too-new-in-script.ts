import type { Level } from './built-for.ts'
import { namesInScript } from './names-in-script.ts'
import { compatData, entryAt, tooOldFor, type Entry } from './support.ts'

/** Objects that every page has, by the interface under which MDN keeps what they can do. */
const INTERFACES: Readonly<Record<string, string>> = {
  window: 'Window',
  self: 'Window',
  globalThis: 'Window',
  document: 'Document',
  navigator: 'Navigator',
  location: 'Location',
  history: 'History',
  screen: 'Screen',
  performance: 'Performance',
  crypto: 'Crypto',
  localStorage: 'Storage',
  sessionStorage: 'Storage',
}

/** Before, such calls may fail in Chromium (its bug 42201552), of which MDN has only a note. */
const SPREADS_BEHIND_OPTIONAL = 91

/**
 * What a script needs that some browser of the level does not have, as `Promise.any: firefox 79`. Its syntax comes first;
 * where that is fine, the names that it says are looked at. A name that several objects have counts only where none of them has it
 * in that browser. `except` holds names that are looked at otherwise.
 */
export function tooNewInScript(
  script: string,
  level: Level,
  { kind = 'script', except = [] }: { kind?: 'script' | 'module'; except?: readonly string[] } = {},
): readonly string[] {
  let names
  try {
    names = namesInScript(script, level, kind)
  } catch (error) {
    return [`syntax after ES${level.ecmaVersion}: ${String(error)}`]
  }
  const found = new Map<string, readonly string[]>()
  const report = (name: string, missing: readonly string[]): void => {
    if (missing.length > 0 && !except.includes(name)) found.set(name, missing)
  }
  const { api, javascript } = compatData()
  const builtins = entryAt(javascript, 'builtins')
  for (const name of names.globals)
    if (!names.askedFor.has(name))
      report(
        name,
        tooOldFor(entryAt(builtins, name) ?? entryAt(api, name) ?? entryAt(api, 'Window', name), level),
      )
  for (const [name, [object, member]] of names.statics)
    if (!names.askedFor.has(member))
      report(
        name,
        tooOldFor(
          entryAt(builtins, object, member) ??
            entryAt(api, object, `${member}_static`) ??
            entryAt(api, INTERFACES[object] ?? object, member),
          level,
        ),
      )
  const ofLanguage = ownersByMember(builtins)
  const ofPages = ownersByMember(api)
  for (const name of names.members) {
    if (names.askedFor.has(name)) continue
    const language = ofLanguage.get(name)
    // Everything has a name that some interface has as well, so that the script's own names say nothing.
    const owners = [...(language ?? []), ...(ofPages.get(name) ?? [])]
    if (language === undefined && names.own.has(name)) continue
    const missing = owners.map((owner) => tooOldFor(owner, level))
    if (missing.every((each) => each.length > 0)) report(`.${name}`, missing[0] ?? [])
  }
  if (names.spreadsBehindOptional && level.browsers.chrome < SPREADS_BEHIND_OPTIONAL)
    report('?.(...)', [`chrome ${SPREADS_BEHIND_OPTIONAL}`])
  if (names.patterns.some((pattern) => /\(\?<[=!]/.test(pattern)))
    report('(?<=', tooOldFor(entryAt(javascript, 'regular_expressions', 'lookbehind_assertion'), level))
  if (names.patterns.some((pattern) => pattern.includes('\\p{')))
    report(
      '\\p{',
      tooOldFor(entryAt(javascript, 'regular_expressions', 'unicode_character_class_escape'), level),
    )
  return [...found].map(([name, missing]) => `${name}: ${missing.join(', ')}`).sort()
}

/** Who has a member of this name. */
function ownersByMember(root: Entry | undefined): ReadonlyMap<string, readonly Entry[]> {
  const owners = new Map<string, Entry[]>()
  for (const [owner, entry] of Object.entries(root ?? {}) as [string, Entry][])
    for (const [key, member] of Object.entries(entry) as [string, Entry][]) {
      if (key === '__compat' || key === owner) continue
      const name = key.replace(/_static$/, '')
      owners.set(name, [...(owners.get(name) ?? []), member])
    }
  return owners
}
