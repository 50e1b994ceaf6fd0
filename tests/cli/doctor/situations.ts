import type { DoctorFacts, OwnComputer } from '../../../src/cli/doctor/facts.ts'
import type { Findings } from '../../../src/cli/doctor/found.ts'
import type { Outcome } from '../../../src/server/outcome.ts'
import { EMPTY_STAMP } from '../../../src/stamp/stamp.ts'
import { at, CELLAR, factsWith, fails, FOLDER, LAN, LINKED, page, says } from './facts.ts'
import { STARTING, STOPPED, UNLINKED } from './facts.ts'

const unlinked = (own: Partial<OwnComputer>): DoctorFacts => factsWith(says('unclaimed'), own)
const stopped = (outcome: Outcome, own: Partial<OwnComputer> = {}): DoctorFacts => factsWith(outcome, own)
export const folder = (access: Extract<OwnComputer['folder'], { kind: 'there' }>['access']) =>
  ({ folder: { kind: 'there', folder: FOLDER, access, owner: 998 } }) as const
const inDocker = { inside: 'docker', hasBridges: false } as const
const CONTAINED = [at('http://172.17.0.2:32400', says('unclaimed'))]
const OLD = 'http://192.168.50.99:32400'

/** What may be at a server's computer, and what the checks find then. */
export const SITUATIONS: readonly (readonly [what: string, facts: DoctorFacts, found: Partial<Findings>])[] =
  [
    [
      'a healthy linked server',
      LINKED,
      { server: 'running', claim: 'linked', port: 'open', page: 'current' },
    ],
    ['one that is not linked', UNLINKED, { server: 'running', claim: 'not-linked' }],
    [
      'one that is off',
      STOPPED,
      { server: 'not-running', claim: 'not-seen', port: 'free', page: 'unproven' },
    ],
    ['503 in its own words', stopped(STARTING), { server: 'starting', claim: 'not-seen', port: 'in-use' }],
    ['a start state', stopped(says('unclaimed', undefined, 'startingPlugins')), { server: 'starting' }],
    ['a port that closes', stopped(fails('refused', 'hung-up')), { server: 'secure-only', port: 'in-use' }],
    ['another product', stopped(fails('another-product')), { server: 'somebody-else', port: 'held' }],
    ['an imitation', stopped(fails('odd-identifier')), { server: 'somebody-else' }],
    ['a proxy', stopped(fails('gateway')), { server: 'behind-proxy', port: 'in-use' }],
    ['silence', stopped(fails('silent')), { server: 'silent' }],
    [
      'silence at a port that nobody has',
      stopped(fails('silent'), { port: { kind: 'free' } }),
      { server: 'not-running', port: 'free' },
    ],
    ['half an answer', stopped(fails('broken-off')), { server: 'ill' }],
    ['a certificate', stopped(fails('refused', 'certificate')), { server: 'certificate' }],
    ['a name that nobody knows', stopped(fails('refused', 'unknown-name')), { server: 'no-way' }],
    [
      'nobody may say who listens',
      stopped(fails('refused'), { port: { kind: 'not-seen', why: 'system' } }),
      { port: 'not-seen' },
    ],
    [
      'two in turn',
      { ...LINKED, outcomes: [says('claimed'), says('claimed', CELLAR)] },
      { server: 'two-in-turn', claim: 'not-said' },
    ],
    [
      'two answers that differ',
      { ...LINKED, outcomes: [says('unclaimed'), says('claimed')] },
      { claim: 'not-said' },
    ],
    ['no word about it', factsWith(says('unknown')), { claim: 'not-said' }],

    ['no network', unlinked({ addresses: [] }), { port: 'no-network' }],
    [
      'this computer only',
      unlinked({
        addresses: [at(LAN, fails('refused'))],
        port: { kind: 'held', for: 'this-computer', by: null },
      }),
      { port: 'this-computer-only' },
    ],
    ['other addresses closed', unlinked({ addresses: [at(LAN, fails('refused'))] }), { port: 'closed' }],
    [
      'another machine at its address',
      unlinked({ addresses: [at(LAN, says('unclaimed', CELLAR))] }),
      { port: 'closed' },
    ],

    [
      'a clock that is a bit off',
      unlinked({ account: { kind: 'reached', clockAheadMs: -299_000 } }),
      { clock: 'right' },
    ],
    [
      'a clock that is ahead',
      unlinked({ account: { kind: 'reached', clockAheadMs: 300_000 } }),
      { clock: 'off', account: 'reached' },
    ],
    [
      'a clock that is behind',
      unlinked({ account: { kind: 'reached', clockAheadMs: -300_000 } }),
      { clock: 'off' },
    ],
    ['no date', unlinked({ account: { kind: 'reached', clockAheadMs: null } }), { clock: 'not-seen' }],
    [
      'no internet',
      unlinked({ account: { kind: 'no-name-server' } }),
      { clock: 'not-seen', account: 'no-name-server' },
    ],
    [
      'a certificate of another day',
      unlinked({ account: { kind: 'not-trusted', why: 'dates', issuer: null } }),
      { clock: 'doubtful', account: 'not-trusted' },
    ],
    [
      'a certificate of somebody else',
      unlinked({ account: { kind: 'not-trusted', why: 'issuer', issuer: 'Filter' } }),
      { clock: 'not-seen', account: 'not-trusted' },
    ],

    ['a folder without rights', unlinked(folder('not-writable')), { folder: 'not-writable' }],
    ['a folder of somebody else', unlinked(folder('owner-only')), { folder: 'owner-only' }],
    ['no folder', unlinked({ folder: { kind: 'none' }, page: null }), { folder: 'none', page: 'no-folder' }],
    [
      'two folders',
      unlinked({ folder: { kind: 'several', folders: ['/a', '/b'] }, page: null }),
      { folder: 'several' },
    ],

    ['no page', unlinked({ page: { kind: 'none' } }), { page: 'none' }],
    ['no page, and linked', factsWith(says('claimed'), { page: { kind: 'none' } }), { page: 'not-needed' }],
    ["the server's own file", unlinked({ page: { kind: 'foreign' } }), { page: 'foreign' }],
    ['a page that may not be read', unlinked({ page: { kind: 'hidden' } }), { page: 'hidden' }],
    ['a broken stamp', unlinked({ page: page({ ...EMPTY_STAMP, broken: true }) }), { page: 'broken' }],
    [
      'the page of another server',
      unlinked({ page: page({ machineIdentifier: CELLAR }) }),
      { page: 'other-server' },
    ],
    ['a page without addresses', unlinked({ page: page({ addresses: [] }) }), { page: 'no-address' }],
    [
      'an address that is gone',
      unlinked({
        page: page({ addresses: [at(OLD, STARTING).address] }, { answers: [at(OLD, fails('silent'))] }),
      }),
      { page: 'old-addresses' },
    ],
    [
      'an address that another server has',
      unlinked({
        page: page(
          { addresses: [at(OLD, STARTING).address] },
          { answers: [at(OLD, says('unclaimed', CELLAR))] },
        ),
      }),
      { page: 'old-addresses' },
    ],
    [
      'an address that was given by hand',
      unlinked({
        page: page({ addresses: [at(OLD, STARTING).address] }, { answers: [at(OLD, says('unclaimed'))] }),
      }),
      { page: 'current' },
    ],
    [
      'the page of another version',
      unlinked({ page: page({}, { isThisVersion: false }) }),
      { page: 'other-version' },
    ],
    [
      'a page that others may read',
      unlinked({ page: page({}, { isOpenToOthers: true }) }),
      { page: 'open-to-others' },
    ],

    ['ufw that lets in', unlinked({ firewall: { kind: 'ufw', rules: 'let-in' } }), { firewall: 'let-in' }],
    [
      'firewalld that does not',
      unlinked({ firewall: { kind: 'firewalld', rules: 'keep-out' } }),
      { firewall: 'keep-out' },
    ],
    ['a firewall of another system', unlinked({ firewall: { kind: 'not-seen' } }), { firewall: 'not-seen' }],

    [
      'networks of containers',
      unlinked({ container: { inside: null, hasBridges: true } }),
      { container: 'beside' },
    ],
    ['a container in the network', unlinked({ container: inDocker }), { container: 'inside' }],
    [
      'a container in its own network',
      unlinked({ container: inDocker, addresses: CONTAINED }),
      { container: 'inside' },
    ],
    [
      'the same, and the page does not say so',
      unlinked({
        container: inDocker,
        addresses: CONTAINED,
        page: page({ addresses: [at('http://172.17.0.2:32400', STARTING).address] }),
      }),
      { container: 'own-network' },
    ],
    [
      'a server elsewhere',
      factsWith(says('unclaimed'), null),
      {
        server: 'running',
        claim: 'not-linked',
        port: 'elsewhere',
        account: 'elsewhere',
        folder: 'elsewhere',
      },
    ],
  ]
