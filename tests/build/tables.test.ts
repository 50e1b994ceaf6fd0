import { resolveConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { FIND_LINE, MOVED_LINE, SYSTEMS } from '../../src/server/systems.ts'
import { GATES } from '../../src/server/gate.ts'
import { ACCOUNT_SENTENCES, HOME_SENTENCES } from '../../src/wizard/words/map-words.ts'
import * as words from '../stories/words.ts'
import { rowsOf, sectionOf, textOf } from './documents.ts'

it('docs/browsers.md names the browsers that the page is built for', async () => {
  const { build } = await resolveConfig({}, 'build', 'production')
  const targets = rowsOf(textOf('docs/browsers.md')).map(
    ([browser = '', version = '']) => `${browser.toLowerCase()}${version}`,
  )
  // Safari of phones is the same.
  expect(targets).toEqual([build.cssTarget].flat().filter((target) => !String(target).startsWith('ios')))
})

describe('docs/protocol.md', () => {
  const PROTOCOL = textOf('docs/protocol.md')

  const FOLDERS = sectionOf(PROTOCOL, '6. The file and its folder')
  /** Lines in a cell, each between backticks. */
  const linesIn = (cell = ''): readonly string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line)
  /** Rented computers have the package. */
  const systems = [...new Set(Object.values(SYSTEMS).flat())]

  it('tells of the same systems as the help and the command, with their folders and lines', () => {
    const told = rowsOf(FOLDERS).map(([name = '', folder, stop, start]) => ({
      name: name.replaceAll('`', ''),
      folders: linesIn(folder),
      stop: linesIn(stop),
      start: linesIn(start),
    }))
    const known = systems.map(({ name, folder, also, stop, start }) => ({
      name,
      folders: also === undefined ? [folder] : [folder, also],
      stop,
      start,
    }))
    expect(told).toEqual(known)
  })

  it('says of each how well it is known, and from where', () => {
    for (const [name, , , , known] of rowsOf(FOLDERS)) expect(known, name).toMatch(/^[VMRI]: \w/)
  })

  it('names the lines that find a folder elsewhere', () => {
    expect(FOLDERS.replace(/\s+/g, ' ')).toContain(`\`${FIND_LINE}\``)
    expect(FOLDERS.replace(/\s+/g, ' ')).toContain(`\`${MOVED_LINE}\``)
  })

  it('K3, K4, P9: names what each image is given for a claim code', () => {
    const recovery = sectionOf(PROTOCOL, '7. Getting a lost server back')
    const told = rowsOf(recovery).map(([name, variable]) => [name, ...linesIn(variable)])
    expect(told).toEqual(systems.flatMap(({ name, claim }) => (claim === undefined ? [] : [[name, claim]])))
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
  const headings = rowsOf(sectionOf(textOf('docs/design.md'), 'Words')).map(([, heading = '']) => heading)
  const isOne = (heading: string, word: string | RegExp): boolean =>
    typeof word === 'string' ? word === heading : word.test(heading)
  const known: readonly (string | RegExp)[] = Object.values(words)
  expect(headings.filter((heading) => !known.some((word) => isOne(heading, word)))).toEqual([])
  expect(known.filter((word) => !headings.some((heading) => isOne(heading, word)))).toEqual([])
})

it('docs/design.md names every state of the map', () => {
  const states = rowsOf(sectionOf(textOf('docs/design.md'), 'The map')).map(([state = '']) => state)
  const known = [...Object.keys(HOME_SENTENCES), ...Object.keys(ACCOUNT_SENTENCES)]
  expect(states).toEqual(known.map((state) => `\`${state}\``))
})
