import { describe, expect, it } from 'vitest'
import { endsOf, type Ends } from '../../src/help/tunnel-ends.ts'
import type { MachineIdentifier } from '../../src/lib/machine-identifier.ts'
import type { AddressHistory } from '../../src/server/address-history.ts'
import { ATTIC, CELLAR, historyFrom, says } from '../../src/gallery/said.ts'

const PORTS = [8888, 8889, 8890]
const ends = (machine: MachineIdentifier | null, ...histories: (AddressHistory | null)[]): Ends =>
  endsOf(
    PORTS.map((localPort, index) => ({ localPort, history: histories[index] ?? null })),
    machine,
  )

const nobody = historyFrom('refused')
const attic = historyFrom('unclaimed')
const cellar = historyFrom(says('unclaimed', { by: CELLAR }))

describe('where the file names a machine', () => {
  it.each([
    ['only that one is the tunnel', [attic, nobody], { up: 8888, free: 8889, others: [8888] }],
    ['another one is somebody else', [cellar, nobody], { up: null, free: 8889, others: [8888] }],
    ['ours may be at a later port', [cellar, attic], { up: 8889, free: 8890, others: [8888] }],
    [
      'another product is somebody else',
      [historyFrom('another-product')],
      { up: null, free: 8889, others: [8888] },
    ],
    ['who is starting has not said who it is', [historyFrom('503')], { up: null, free: 8889, others: [] }],
    [
      'ours stays it while it restarts',
      [historyFrom('unclaimed', '503')],
      { up: 8888, free: 8889, others: [] },
    ],
    [
      'another one stays it too',
      [historyFrom(says('claimed', { by: CELLAR }), '503')],
      { up: null, free: 8889, others: [8888] },
    ],
    [
      'a tunnel that broke is none',
      [historyFrom('unclaimed', 'refused')],
      { up: null, free: 8888, others: [] },
    ],
  ])('%s', (_, histories, expected) => {
    const { others, ...rest } = ends(ATTIC, ...histories)
    // Whose port it is matters only while there is no tunnel.
    expect({ ...rest, others: rest.up === null ? others : expected.others }).toEqual(expected)
  })
})

describe('where it names none', () => {
  it.each([
    ['any server is the tunnel', [cellar], 8888],
    ['one that is starting is as well', [historyFrom('503')], 8888],
    ['another product is not', [historyFrom('another-product')], null],
    ['nobody is not', [nobody], null],
  ])('%s', (_, histories, up) => {
    expect(ends(null, ...histories).up).toBe(up)
  })
})

describe('the port of the next tunnel', () => {
  it.each([
    ['is the first that nothing speaks against', [], 8888],
    ['may be one that is still being asked', [null, nobody], 8888],
    ['is not one where a reply was hidden', [historyFrom('unreadable'), nobody], 8889],
    ['is not one where something refuses', [historyFrom('turned-away'), cellar, nobody], 8890],
    ['is the first where all are taken', [cellar, cellar, cellar], 8888],
  ])('%s', (_, histories, free) => {
    expect(ends(ATTIC, ...histories).free).toBe(free)
  })
})
