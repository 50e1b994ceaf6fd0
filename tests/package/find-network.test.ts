// @vitest-environment node
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { NAMESPACES, namespacesPermitted } from '../browser/network/namespaces.ts'
import { program, SENTENCE } from './command.ts'
import { CONTAINED, FIVE, ipOf, SIXTH, type FindOrder, type FindRun, type Place } from './find-places.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('find-lan.ts', import.meta.url))
const permitted = namespacesPermitted()
if (!permitted) console.warn('NOT RUN: find in several networks, for want of network namespaces (root).')

type Listed = {
  readonly machineIdentifier: string
  readonly name: string
  readonly addresses: readonly string[]
}

const CLAIMS: Partial<Record<Place['behaviour'], string>> = { claimed: 'claimed' }
const listed = (place: Place) => ({
  machineIdentifier: place.machineIdentifier,
  name: place.name,
  version: '1.43.4.9999-abcdef012',
  claim: CLAIMS[place.behaviour] ?? 'unclaimed',
  addresses: place.networks.map((network) => `http://${ipOf(place, network)}:32400`),
})

describe.runIf(permitted)('find, in three networks with five servers and a host that sends garbage', () => {
  const runs = new Map<string, FindRun>()
  beforeAll(async () => {
    const [unshare, ...options] = NAMESPACES
    const order: FindOrder = { programs: [program()], still: false }
    const args = [...options, process.execPath, '--import', 'tsx', SCRIPT, JSON.stringify(order)]
    const { stdout } = await run(unshare, args, { maxBuffer: 16 * 1_024 * 1_024 })
    for (const line of stdout.split('\n').filter((text) => text.startsWith('{'))) {
      const ended = JSON.parse(line) as FindRun
      runs.set(ended.what, ended)
      const { what, foundMs, tookMs, peakMb } = ended
      console.log(
        `${what}: last found after ${foundMs?.toFixed(0) ?? '–'} of ${tookMs.toFixed(0)} ms, ${peakMb.toFixed(0)} MB`,
      )
    }
  })
  const ended = (what: string): FindRun => {
    const found = runs.get(what)
    if (found === undefined) throw new Error(`There was no run "${what}"`)
    return found
  }
  const list = (what: string) => JSON.parse(ended(what).said) as readonly Listed[]
  const servers = (what: string) => list(what).filter(({ name }) => !/^Flood \d+$/.test(name))

  test('all five within 2 s, the garbage ignored', () => {
    const { code, progress, foundMs, tookMs } = ended('five')
    expect(code).toBe(0)
    expect(progress).toContain('Asking 3 networks for 2 s…')
    const known = [...servers('five')].sort((one, other) => one.name.localeCompare(other.name))
    expect(known).toEqual(FIVE.map(listed))
    expect(foundMs).toBeLessThan(2_000)
    expect(tookMs).toBeLessThan(4_000)
  })

  test('a flood fills neither the list nor the memory', () => {
    // Those that nobody confirmed are of one host, which is taken at its word a few times only.
    expect(list('five').length - FIVE.length).toBeLessThanOrEqual(8)
    expect(ended('five').progress).not.toContain('Flood')
    expect(ended('five').peakMb - ended('nobody').peakMb).toBeLessThan(60)
  })

  test('the table names what can be claimed first', () => {
    const { code, said } = ended('table')
    expect(code).toBe(0)
    const [, ...lines] = said.trimEnd().split('\n')
    expect(lines.slice(0, 5).map((line) => line.replace(/ {2,}.*/, ''))).toEqual([
      'Attic',
      'Cellar',
      'Den',
      'Büro',
      'Entrance',
    ])
    expect(lines[0]).toMatch(
      /^Attic +not claimed .*…111111 +http:\/\/10\.77\.1\.101:32400, http:\/\/10\.77\.2\.101:32400$/,
    )
  })

  test('one network goes down, one goes away, another one comes up', () => {
    const { code, progress } = ended('changing')
    expect(code).toBe(0)
    expect(progress).toContain('A network came up; asking there as 10.77.4.2 too.')
    expect(progress).toContain('A network came up; asking there as 10.77.1.2 too.')
    expect(servers('changing')).toEqual(expect.arrayContaining([SIXTH, ...FIVE.slice(4)].map(listed)))
  })

  test('one network goes down and up all the time', () => {
    expect(ended('flapping').code).toBe(0)
    expect(servers('flapping')).toEqual(expect.arrayContaining([SIXTH, ...FIVE.slice(4)].map(listed)))
  })

  test('G9: a server in a container is found by trying every address, which is said before', () => {
    expect(list('unswept')).toEqual([listed(SIXTH)])
    const { code, progress, tookMs } = ended('swept')
    expect(code).toBe(0)
    expect(list('swept')).toEqual(
      expect.arrayContaining([listed(SIXTH), { ...listed(CONTAINED), name: null }]),
    )
    expect(list('swept')).toHaveLength(2)
    expect(progress).toContain('Trying 254 addresses at port 32400')
    expect(progress.indexOf('Trying')).toBeLessThan(progress.indexOf(`Found a server at`))
    expect(tookMs).toBeLessThan(17_000)
  })

  test('nobody there: one sentence, exit code 1', () => {
    const { code, said, progress } = ended('nobody')
    expect([code, said]).toEqual([1, ''])
    expect(progress.replace('Asking 3 networks for 1 s…\n', '')).toMatch(SENTENCE)
  })

  test('no network at all', () => {
    const { code, said, progress } = ended('no network')
    expect([code, JSON.parse(said)]).toEqual([1, []])
    expect(progress).toContain('Asking this computer alone')
  })
})
