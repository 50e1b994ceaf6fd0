import { parse, type Declaration, type Node } from 'postcss'
import type { Level } from './built-for.ts'
import { compatData, entryAt, tooOldFor } from './support.ts'

/**
 * What a style sheet needs that some browser of the level does not have. Looked at are properties, functions and words in
 * their values, units of the small screen, at-rules and selectors. A value counts for nothing where an older one for the same
 * property stands before it in the rule, or where `@supports` asks first. `except` holds what is no loss where it is missing.
 */
export function tooNewInStyles(
  styles: string,
  level: Level,
  except: readonly string[] = [],
): readonly string[] {
  const { css } = compatData()
  const found = new Map<string, readonly string[]>()
  const report = (name: string, missing: readonly string[]): void => {
    if (missing.length > 0 && !except.includes(name)) found.set(name, missing)
  }
  const newerIn = ({ prop, value }: Declaration): [string, readonly string[]][] => [
    ...[...value.matchAll(/([\w-]+)\(/g)].map(([, name = '']): [string, readonly string[]] => [
      `${name}()`,
      tooOldFor(entryAt(css, 'types', name) ?? entryAt(css, 'types', 'color', name), level),
    ]),
    ...[...value.matchAll(/[a-z][\w-]*/g)].map(([word]): [string, readonly string[]] => [
      `${prop}: ${word}`,
      tooOldFor(entryAt(css, 'properties', prop, word), level),
    ]),
    ...[...value.matchAll(/\d([sld]v[hwib])\b/g)].map(([, unit = '']): [string, readonly string[]] => [
      unit,
      tooOldFor(entryAt(css, 'types', 'length', UNITS[unit[0] ?? ''] ?? ''), level),
    ]),
  ]

  parse(styles).walk((node) => {
    if (node.type === 'atrule') report(`@${node.name}`, tooOldFor(entryAt(css, 'at-rules', node.name), level))
    if (node.type === 'rule')
      for (const [name, word = ''] of node.selector.matchAll(/::?([\w-]+)/g))
        report(name, tooOldFor(entryAt(css, 'selectors', word), level))
    if (node.type !== 'decl' || node.prop.startsWith('--') || isAskedFor(node)) return
    report(node.prop, tooOldFor(entryAt(css, 'properties', node.prop), level))
    if (hasOlder(node, (other) => newerIn(other).every(([, missing]) => missing.length === 0))) return
    for (const [name, missing] of newerIn(node)) report(name, missing)
  })
  return [...found].map(([name, missing]) => `${name}: ${missing.join(', ')}`).sort()
}

/** Units of the small, large and dynamic screen. */
const UNITS: Readonly<Record<string, string>> = {
  s: 'viewport_percentage_units_small',
  l: 'viewport_percentage_units_large',
  d: 'viewport_percentage_units_dynamic',
}

function isAskedFor(node: Node): boolean {
  const above = node.parent
  if (above === undefined) return false
  if (above.type === 'atrule' && 'name' in above && above.name === 'supports')
    return 'params' in above && !String(above.params).startsWith('not')
  return isAskedFor(above)
}

function hasOlder(declaration: Declaration, isOld: (other: Declaration) => boolean): boolean {
  for (let before = declaration.prev(); before !== undefined; before = before.prev())
    if (before.type === 'decl' && before.prop === declaration.prop && isOld(before)) return true
  return false
}
