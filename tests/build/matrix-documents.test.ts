import { describe, expect, it } from 'vitest'
import { filesIn, rowsOf, textOf } from './documents.ts'

const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Record<string, string> }
const PROGRAMS = filesIn('tests/browser')
  .filter((file) => file.endsWith('.ts'))
  .map(textOf)
  .join('\n')

/** The names in a union of types, where it is written down first. */
function namesAfter(start: RegExp): readonly string[] {
  const [, union = ''] = new RegExp(`${start.source} ((?:\\s*\\|?\\s*'\\w+')+)`).exec(PROGRAMS) ?? []
  return (union.match(/\w+/g) ?? []).toSorted()
}

const ENGINES = namesAfter(/type EngineName =/)
const WAYS = namesAfter(/type Way =/)
const SCREENS = namesAfter(/type LeftOpenName =/)
const PARTS = namesAfter(/part:(?= 'stamp')/)

describe.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
  ['docs/real-browsers.md', 'matrix', { '--engine': ENGINES, '--way': WAYS }],
  ['docs/soak.md', 'soak', { '--engine': ENGINES, '--screen': SCREENS }],
  ['docs/search.md', 'bench:search', { '--engine': ENGINES, '--way': ['file', 'nginx'], '--part': PARTS }],
])('%s', (document, script, values) => {
  const rows = rowsOf(textOf(document)).filter(([option = '']) => option.startsWith('`--'))

  it(`names the options of "npm run ${script}"`, () => {
    const program = textOf(/tsx (\S+)/.exec(scripts[script] ?? '')?.[1] ?? '')
    const options = [...program.matchAll(/^ {4}(\w+): \{ type: '/gm)].map(([, name]) => name)
    expect(options.length).toBeGreaterThan(2)
    expect(rows.map(([option = '']) => /--(\w+)/.exec(option)?.[1])).toEqual(options)
  })

  it.each(Object.entries(values))('names what %s may be', (option, names) => {
    const [, told = ''] = rows.find(([name = '']) => name.startsWith(`\`${option} `)) ?? []
    expect(names.length).toBeGreaterThan(1)
    expect([...told.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).toSorted()).toEqual(names)
  })
})
