// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Sighting } from '../../../src/cli/find/gather.ts'
import { serversAmong, type FoundServer } from '../../../src/cli/find/servers.ts'
import { askingSentence, jsonOf, tableOf } from '../../../src/cli/find/words.ts'
import type { OwnNetwork } from '../../../src/cli/find/gdm-networks.ts'
import type { Address } from '../../../src/lib/address.ts'
import { parseMachineIdentifier, type MachineIdentifier } from '../../../src/lib/machine-identifier.ts'
import type { Claim } from '../../../src/server/identity.ts'
import { failureOf, type Outcome } from '../../../src/server/outcome.ts'

const [A, B] = ['a', 'b'].map((digit) => parseMachineIdentifier(digit.repeat(40))) as [
  MachineIdentifier,
  MachineIdentifier,
]
const VERSION = '1.43.4.9999-abcdef012'
const at = (ip: string): Address => `http://${ip}:32400` as Address
const says = (machineIdentifier: MachineIdentifier, name: string | null = 'Attic') => ({
  machineIdentifier,
  name,
  version: '1.0',
  port: 32_400,
})
const answers = (
  machineIdentifier: MachineIdentifier,
  claim: Claim = 'unclaimed',
  more: { readonly startState?: string; readonly version?: null; readonly atMs?: number } = {},
): Outcome => ({
  kind: 'identity',
  identity: {
    machineIdentifier,
    claim,
    version: more.version === undefined ? VERSION : null,
    startState: more.startState ?? null,
  },
  atMs: more.atMs ?? 1,
  tookMs: 1,
})
const silent: Outcome = { ...failureOf('silent'), atMs: 9, tookMs: 1 }
const starting: Outcome = { kind: 'starting', retryAfterMs: null, atMs: 9, tookMs: 1 }
const sighting = (ip: string, said: Sighting['said'], outcome: Outcome | null): Sighting => ({
  address: at(ip),
  said,
  outcome,
})
const server = (more: Partial<FoundServer>): FoundServer => ({
  machineIdentifier: A,
  name: 'Attic',
  version: VERSION,
  claim: 'unclaimed',
  isConfirmed: true,
  addresses: [at('192.168.1.10')],
  unproven: [],
  ...more,
})
const HEARSAY = { claim: 'unknown', isConfirmed: false, version: '1.0' } as const

describe('a server among what was seen', () => {
  it.each<[string, readonly Sighting[], readonly FoundServer[]]>([
    ['nothing', [], []],
    ['it confirms what it said', [sighting('192.168.1.10', says(A), answers(A))], [server({})]],
    [
      'it tells no version at its address',
      [sighting('192.168.1.10', says(A), answers(A, 'claimed', { version: null }))],
      [server({ claim: 'claimed', version: '1.0' })],
    ],
    [
      'no claim is told',
      [sighting('192.168.1.10', says(A), answers(A, 'unknown'))],
      [server({ claim: 'unknown' })],
    ],
    [
      'it was asked without having said anything',
      [sighting('127.0.0.1', null, answers(A))],
      [server({ name: null, addresses: [at('127.0.0.1')] })],
    ],
    ['an address that nobody spoke of is silent', [sighting('127.0.0.1', null, silent)], []],
    ['an address that nobody spoke of is starting', [sighting('127.0.0.1', null, starting)], []],
    ['it said so and is silent', [sighting('192.168.1.10', says(A), silent)], [server(HEARSAY)]],
    ['there was no time to ask', [sighting('192.168.1.10', says(A), null)], [server(HEARSAY)]],
    [
      'it is starting, and only that',
      [sighting('192.168.1.10', says(A), starting)],
      [server({ claim: 'starting', version: '1.0' })],
    ],
    [
      'it is starting, and says who it is',
      [sighting('192.168.1.10', says(A), answers(A, 'unclaimed', { startState: 'startingPlugins' }))],
      [server({ claim: 'starting' })],
    ],
    [
      'it is another one than it said: not one word counts, and nothing is confirmed',
      [sighting('192.168.1.10', says(B, 'Evil'), answers(A))],
      [server({ name: null, claim: 'unknown', isConfirmed: false })],
    ],
    [
      'at several addresses it is one, own addresses last',
      [
        sighting('127.0.0.1', null, answers(A)),
        sighting('192.168.1.10', says(A), answers(A)),
        sighting('192.168.1.9', says(A), answers(A)),
      ],
      [server({ addresses: ['192.168.1.9', '192.168.1.10', '127.0.0.1'].map(at) })],
    ],
    [
      'the newest answer decides',
      [
        sighting('192.168.1.9', says(A), answers(A, 'claimed', { atMs: 2 })),
        sighting('192.168.1.10', says(A), answers(A, 'unclaimed', { atMs: 1 })),
      ],
      [server({ claim: 'claimed', addresses: ['192.168.1.9', '192.168.1.10'].map(at) })],
    ],
    [
      'whoever else says that he is it adds nothing but a place without proof',
      [
        sighting('192.168.1.66', says(A, 'Evil'), silent),
        sighting('192.168.1.10', says(A), answers(A)),
        sighting('192.168.1.67', says(A, 'Evil'), starting),
      ],
      [
        server({
          unproven: [
            { address: at('192.168.1.66'), isSilent: true },
            { address: at('192.168.1.67'), isSilent: false },
          ],
        }),
      ],
    ],
    [
      'places without proof are few, however many there are',
      [
        sighting('192.168.1.10', says(A), answers(A)),
        ...Array.from({ length: 50 }, (_, n) => sighting(`192.168.1.${n + 20}`, says(A, 'Evil'), null)),
      ],
      [
        server({
          unproven: [20, 21, 22, 23].map((n) => ({ address: at(`192.168.1.${n}`), isSilent: true })),
        }),
      ],
    ],
  ])('%s', (_, sightings, expected) => {
    expect(serversAmong(sightings)).toEqual(expected)
  })

  it('G10: what other computers can use comes first, then containers here, then this computer alone', () => {
    const networks: readonly OwnNetwork[] = [
      { ip: '172.18.0.1', cidr: '172.18.0.1/16', kind: 'bridge' },
      { ip: '192.168.1.5', cidr: '192.168.1.5/24', kind: 'network' },
    ]
    const reached = ['127.0.0.1', '172.18.0.2', '192.168.1.10', '10.0.2.100'].map((ip) =>
      sighting(ip, says(A), answers(A)),
    )
    expect(serversAmong(reached, networks)).toEqual([
      server({ addresses: ['10.0.2.100', '192.168.1.10', '172.18.0.2', '127.0.0.1'].map(at) }),
    ])
  })

  it('stands before those that need nothing, and before hearsay', () => {
    const all = (['unknown', 'claimed', 'unclaimed'] as const).map((claim, n) => {
      const id = parseMachineIdentifier(String(n).repeat(40)) ?? A
      return sighting(`192.168.1.${n + 1}`, says(id, claim), answers(id, claim))
    })
    const more = [
      sighting('192.168.1.20', says(A, 'hearsay'), silent),
      sighting('192.168.1.21', says(B, 'starting'), starting),
    ]
    const names = serversAmong([...more, ...all]).map(({ name }) => name)
    expect(names).toEqual(['unclaimed', 'starting', 'claimed', 'unknown', 'hearsay'])
  })
})

describe('in words', () => {
  const servers = [
    server({ addresses: [at('192.168.1.10'), at('127.0.0.1')] }),
    server({ machineIdentifier: B, name: 'Büro 🎬', claim: 'claimed' }),
    server({ machineIdentifier: B, name: null, version: null, claim: 'unknown' }),
    server({ machineIdentifier: B, ...HEARSAY }),
    server({
      unproven: [
        { address: at('172.18.0.2'), isSilent: true },
        { address: at('192.168.1.67'), isSilent: false },
      ],
    }),
  ]
  it('a table', () => {
    expect(tableOf(servers)).toBe(
      [
        'Name    State          Version                Server   Addresses',
        'Attic   not claimed    1.43.4.9999-abcdef012  …aaaaaa  http://192.168.1.10:32400, http://127.0.0.1:32400',
        'Büro 🎬  claimed        1.43.4.9999-abcdef012  …bbbbbb  http://192.168.1.10:32400',
        '–       not known      –                      …bbbbbb  http://192.168.1.10:32400',
        'Attic   not confirmed  1.0                    …bbbbbb  http://192.168.1.10:32400',
        'Attic   not claimed    1.43.4.9999-abcdef012  …aaaaaa  http://192.168.1.10:32400, http://172.18.0.2:32400 (no answer), http://192.168.1.67:32400 (not confirmed)',
      ].join('\n'),
    )
  })
  it('a list for programs', () => {
    expect(JSON.parse(jsonOf(servers.slice(0, 1)))).toEqual([
      {
        machineIdentifier: A,
        name: 'Attic',
        version: VERSION,
        claim: 'unclaimed',
        addresses: servers[0]?.addresses,
      },
    ])
  })

  const lan: OwnNetwork = { ip: '192.168.1.5', cidr: null, kind: 'network' }
  it.each([
    [[lan, { ...lan, kind: 'alone' as const }, lan, lan], 3_000, 'Asking 3 networks for 3 s…'],
    [[lan], 500, 'Asking 1 network for 0.5 s…'],
    [[], 1_000, 'Asking this computer alone, which is in no network, for 1 s…'],
  ])('what is about to happen', (networks, ms, expected) => {
    expect(askingSentence(networks, ms)).toBe(expected)
  })
})
