import { resolveConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { dataFolders } from '../../src/cli/write/data-folder.ts'
import { DATA_FOLDERS } from '../../src/help/data-folders.ts'
import { GATES } from '../../src/server/gate.ts'
import * as words from '../stories/words.ts'
import { rowsOf, sectionOf, textOf } from './documents.ts'

it('docs/browsers.md names the browsers that the page is built for', async () => {
  const { build } = await resolveConfig({}, 'build', 'production')
  const targets = rowsOf(textOf('docs/browsers.md')).map(
    ([browser = '', version = '']) => `${browser.toLowerCase()}${version}`,
  )
  // Safari of phones is the same.
  expect(targets).toEqual([build.target].flat().filter((target) => !String(target).startsWith('ios')))
})

describe('docs/protocol.md', () => {
  const PROTOCOL = textOf('docs/protocol.md')

  it('names every data folder that the page and the command know', () => {
    const told = rowsOf(sectionOf(PROTOCOL, '6. The file and its folder')).map(([, path = '']) =>
      path.replaceAll('`', ''),
    )
    const known = [
      ...Object.values(DATA_FOLDERS).flatMap((folders) => folders.map(({ path }) => path)),
      ...dataFolders({ platform: 'linux', env: {}, home: '~', read: () => null, exists: () => false }),
    ]
    expect(known.filter((path) => !told.includes(path))).toEqual([])
  })

  it('names the versions from which the page says that claiming is required', () => {
    const rows = new Map(
      rowsOf(sectionOf(PROTOCOL, '5. Who must claim')).map(([system = '', version]) => [system, version]),
    )
    expect([rows.get('macOS'), rows.get('Windows')]).toEqual([GATES.mac, GATES['windows-app']])
  })

  it('gives every grade a meaning', () => {
    const grades = rowsOf(PROTOCOL).flatMap(([cell = '']) => /^\*\*(.)\*\*$/.exec(cell)?.[1] ?? [])
    const used = [...PROTOCOL.matchAll(/\(([VMRI?](?:, [VMRI?])*)\)/g)].flatMap(([, list = '']) =>
      list.split(', '),
    )
    expect(used.length).toBeGreaterThan(30)
    expect([...new Set(used)].sort()).toEqual(grades.sort())
  })
})

it('docs/design.md names the headings that the stories look for', () => {
  const headings = rowsOf(textOf('docs/design.md')).map(([, heading = '']) => heading)
  const isOne = (heading: string, word: string | RegExp): boolean =>
    typeof word === 'string' ? word === heading : word.test(heading)
  const known: readonly (string | RegExp)[] = Object.values(words)
  expect(headings.filter((heading) => !known.some((word) => isOne(heading, word)))).toEqual([])
  expect(known.filter((word) => !headings.some((heading) => isOne(heading, word)))).toEqual([])
})
