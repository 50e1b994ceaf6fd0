import { resolveConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { dataFolders } from '../../src/command/write/data-folder.ts'
import { DATA_FOLDERS } from '../../src/help/data-folders.ts'
import { BEHAVIOURS, type Behaviour } from '../../src/mocks/behaviours.ts'
import { HOST_NAMES } from '../../src/mocks/dev-network.ts'
import { GATES } from '../../src/server/gate.ts'
import * as words from '../stories/words.ts'
import { rowsOf, sectionOf, spansOf, textOf } from './documents.ts'

it('docs/pretend-hosts.md says what each pretend host does', () => {
  const hosts = (Object.keys(BEHAVIOURS) as Behaviour[]).map((behaviour) => [
    behaviour,
    `\`${HOST_NAMES[behaviour]}\``,
    BEHAVIOURS[behaviour],
  ])
  expect(rowsOf(textOf('docs/pretend-hosts.md'))).toEqual(hosts)
})

it('docs/browsers.md names the browsers that the page is built for', async () => {
  const { build } = await resolveConfig({}, 'build', 'production')
  const targets = rowsOf(textOf('docs/browsers.md')).map(
    ([browser = '', version = '']) => `${browser.toLowerCase()}${version}`,
  )
  // Safari of phones is the same.
  expect(targets).toEqual([build.target].flat().filter((target) => !String(target).startsWith('ios')))
})

it('docs/pretend-hosts.md names addresses that "npm run dev" has', async () => {
  const { server } = await resolveConfig({}, 'serve')
  const start = `http://${String(server.host)}:${server.port}/`
  const addresses = spansOf(textOf('docs/pretend-hosts.md')).filter((span) => span.startsWith('http'))
  expect(addresses.map((address) => address.replace(/#.*/, ''))).toEqual([start, start])
  const [, host = ''] = /#\/\?at=http:\/\/(.*):32400$/.exec(addresses[1] ?? '') ?? []
  expect(Object.values(HOST_NAMES)).toContain(host)
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
  expect(new Set(rowsOf(textOf('docs/design.md')).map(([, heading]) => heading))).toEqual(
    new Set(Object.values(words)),
  )
})
