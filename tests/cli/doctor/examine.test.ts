// @vitest-environment node
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DoctorFacts } from '../../../src/cli/doctor/facts.ts'
import { CHECKS } from '../../../src/cli/doctor/found.ts'
import { causeTextOf } from '../../../src/cli/doctor/cause-text.ts'
import { examine } from '../../../src/cli/doctor/examine.ts'
import { jsonOf, reportOf, textOf } from '../../../src/cli/doctor/show.ts'
import { CAUSES } from '../../../src/diagnosis/cause.ts'
import type { SignName } from '../../../src/diagnosis/sign-name.ts'
import { SIGN_WORDS } from '../../../src/diagnosis/sign-words.ts'
import { parseMachineIdentifier } from '../../../src/lib/machine-identifier.ts'
import { at, ATTIC, CELLAR, factsWith, fails, FOLDER, LAN, LINKED, page, says } from './facts.ts'
import { STARTING, STOPPED, UNLINKED } from './facts.ts'
import { SITUATIONS } from './situations.ts'

const codes = (facts: DoctorFacts): readonly string[] =>
  examine(facts).causes.map((finding) => causeTextOf(finding).code)
const stepsOf = (facts: DoctorFacts): readonly string[] =>
  textOf(examine(facts))
    .split('\n')
    .filter((line) => /^ +\d+\. /.test(line))

/** The keys of an object, and of what is in it; of a list, those of the first. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return typeof value[0] === 'object' ? [keysOf(value[0])] : 'list'
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]))
}

describe("the causes are the page's own", () => {
  it.each([
    ['nothing, where all is well', LINKED, []],
    ['not linked', UNLINKED, ['C1']],
    ['off', STOPPED, ['C9']],
    ['starting', factsWith(STARTING), ['C9']],
    [
      'silent here, and answering elsewhere',
      factsWith(fails('silent'), { addresses: [at(LAN, says('unclaimed'))] }),
      [],
    ],
    ['demands secure connections', factsWith(fails('refused', 'hung-up')), ['C12']],
    ['somebody else at its port', factsWith(fails('another-product')), ['C9']],
    ['no way to the account', factsWith(says('unclaimed'), { account: { kind: 'refused' } }), ['C8', 'C1']],
    [
      'linked, and no way to the account',
      factsWith(says('claimed'), { account: { kind: 'silent' } }),
      ['C8'],
    ],
    [
      'a wrong clock',
      factsWith(says('unclaimed'), { account: { kind: 'reached', clockAheadMs: 9e6 } }),
      ['C1', 'C8'],
    ],
    [
      'another server than in the page',
      factsWith(says('unclaimed'), { page: page({ machineIdentifier: CELLAR }) }),
      ['C5', 'C1'],
    ],
    ['two in turn', { ...UNLINKED, outcomes: [says('unclaimed'), says('unclaimed', CELLAR)] }, ['C5', 'C1']],
    [
      'a container in its own network',
      factsWith(says('unclaimed'), {
        container: { inside: 'docker', hasBridges: false },
        addresses: [at('http://172.17.0.2:32400', says('unclaimed'))],
      }),
      ['C7', 'C1'],
    ],
  ] as const)('%s', (_what, facts, expected) => {
    expect(codes(facts)).toEqual(expected)
  })

  it('and say nothing of the page and its browser, which are not here', () => {
    const signs = Object.keys(SIGN_WORDS) as readonly SignName[]
    const all = CAUSES.flatMap((cause) =>
      signs.map((sign) => causeTextOf({ cause, confidence: 'likely', signs: [sign] })),
    )
    expect(all.filter(({ title }) => title === '')).toEqual([])
    const words = [...new Set(all.flatMap(({ says: told, steps }) => [told, ...steps]))]
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((each) => /\b(this|the) (page|browser)\b|search the network/i.test(each))).toEqual([])
  })
})

describe('what to do', () => {
  it('ends with signing in, once nothing else is in the way', () => {
    const steps = stepsOf(
      factsWith(says('unclaimed'), {
        account: { kind: 'refused' },
        page: page({ machineIdentifier: CELLAR }),
      }),
    )
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.at(-1)).toContain(
      `sign in there: copy "Setup Plex.html" from ${FOLDER} to any computer at home, or run "setup-plex serve --listen 192.168.50.10:32480"`,
    )
    expect(steps.filter((step) => step.includes('sign in there'))).toHaveLength(1)
  })

  it('is something wherever something has to be done, and sentences are sentences', () => {
    for (const [what, facts] of SITUATIONS) {
      const { result, checks } = examine(facts)
      if (result === 'to-do') expect(stepsOf(facts), what).not.toEqual([])
      for (const { says: told } of checks) expect(told, what).toMatch(/^\S[^]*[.)"]$/)
    }
  })

  it('says nothing twice', () => {
    const steps = stepsOf(
      factsWith(says('unclaimed'), { account: { kind: 'not-trusted', why: 'dates', issuer: null } }),
    ).map((step) => step.replace(/^ +\d+\. /, ''))
    expect(new Set(steps).size).toBe(steps.length)
  })

  it('is nothing where all is well', () => {
    expect(stepsOf(LINKED)).toEqual([])
    expect(textOf(examine(LINKED))).toMatch(/^ok {5}server[^]*\nAll is well\.$/)
  })

  it('names the line that writes the page for this very server', () => {
    const facts = { ...factsWith(says('unclaimed'), { page: { kind: 'none' } }), dataDir: '/data/Plex "x"' }
    expect(stepsOf({ ...facts, server: LAN })[0]).toContain(
      `Write the page: setup-plex write --server ${LAN} --data-dir "/data/Plex "x""`,
    )
    const others = { kind: 'there', folder: FOLDER, access: 'owner-only', owner: 998 } as const
    expect(stepsOf(factsWith(says('unclaimed'), { page: { kind: 'none' }, folder: others }))[0]).toContain(
      'Write the page: sudo setup-plex write',
    )
  })

  it('is to look again as somebody who may', () => {
    const hidden = { page: { kind: 'hidden' } } as const
    expect(stepsOf(factsWith(says('unknown'), hidden)).join()).toContain('sudo setup-plex doctor')
  })

  it('says once what is not looked at for a server elsewhere', () => {
    const text = textOf(examine(factsWith(says('claimed'), null)))
    expect(text.match(/another computer; run this there/g)).toHaveLength(1)
    expect(text).toContain('All is well.')
  })

  it('where a container is another one, says so', () => {
    const near = { container: { inside: null, hasBridges: true } } as const
    expect(stepsOf(factsWith(fails('refused'), near)).join()).toContain('If the server runs in a container')
    expect(stepsOf(STOPPED).join()).not.toContain('container')
  })
})

describe('what other systems do not tell', () => {
  it.each(['win32', 'darwin'] as const)(
    '%s: the port and the firewall are said not to be looked at',
    (platform) => {
      const own = { port: { kind: 'not-seen', why: 'system' }, firewall: { kind: 'not-seen' } } as const
      const text = textOf(examine({ ...factsWith(fails('refused'), own), platform }))
      expect(text).toMatch(
        /^\? {6}port {7}Which program has the port is not looked at on this system; "[\w: -]+" tells\.$/im,
      )
      expect(text).toMatch(/^- {6}firewall {3}The firewall of this system can't be looked at/m)
      expect(text).not.toContain('nft')
    },
  )
})

it('a terminal is shown no character that does something to it', () => {
  const folder = { kind: 'there', folder: '/data/\u001b[2J\u202eevil', access: 'writable', owner: 1 } as const
  const text = textOf(examine(factsWith(says('unclaimed'), { folder })))
  expect(text).toContain('/data/?[2J?evil')
})

describe('--json', () => {
  it('has the keys that docs/command.md shows', () => {
    const document = readFileSync(new URL('../../../docs/command.md', import.meta.url), 'utf8')
    const [, shown = ''] = /### As JSON[^]*?```json\n([^]*?)```/.exec(document) ?? []
    expect(keysOf(JSON.parse(shown))).toEqual(keysOf(JSON.parse(jsonOf(examine(UNLINKED)))))
  })

  it('has this shape', () => {
    const told = JSON.parse(jsonOf(examine(UNLINKED))) as Record<string, unknown>
    expect(told).toEqual({
      format: 1,
      result: 'to-do',
      server: {
        address: 'http://127.0.0.1:32400',
        machineIdentifier: ATTIC,
        version: '1.43.4.9999-abcdef012',
        addresses: [LAN],
      },
      checks: Object.keys(CHECKS).map((check) => ({
        check,
        status: expect.stringMatching(/^(well|to-do|not-seen|note)$/) as string,
        found: expect.any(String) as string,
        says: expect.stringMatching(/[.)]$/) as string,
        todo: expect.any(Array) as string[],
      })),
      causes: [
        {
          code: 'C1',
          confidence: 'likely',
          title: 'The server is not linked yet',
          says: expect.stringContaining('Installing the server again') as string,
          steps: expect.any(Array) as string[],
          signs: ['says-unclaimed'],
        },
      ],
    })
  })

  it('has null where nobody answers', () => {
    const { server } = JSON.parse(jsonOf(examine(STOPPED))) as { server: unknown }
    expect(server).toEqual({
      address: 'http://127.0.0.1:32400',
      machineIdentifier: null,
      version: null,
      addresses: [],
    })
  })
})

describe('the report', () => {
  it('tells what helps others to help', () => {
    const lines = reportOf(examine(UNLINKED), '0.1.0').split('\n')
    for (const line of [
      '- Server: unclaimed, answering, 1.43.4.9999-abcdef012, at a private address',
      '- Identifier: …c0ffee (expected)',
      '- Account service from here: reached',
      '- claim: not-linked (to-do)',
      '- C1, likely',
      '- private: unclaimed, 3 ms',
    ])
      expect(lines).toContain(line)
  })

  it('says where it was seen that the account is out of reach', () => {
    const report = reportOf(examine(factsWith(says('unclaimed'), { account: { kind: 'refused' } })), '0.1.0')
    expect(report).toContain("The server's computer does not reach the account service.")
    expect(report).not.toContain('browser')
  })

  it('holds no address, name or path, and of an identifier six characters', () => {
    const hex = fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'.split('')),
      minLength: 40,
      maxLength: 40,
    })
    const word = fc.string({
      unit: fc.constantFrom(...'ghijklmnopqrstuvwxyz'.split('')),
      minLength: 12,
      maxLength: 12,
    })
    fc.assert(
      fc.property(hex, word, fc.ipV4(), (identifier, secret, ip) => {
        const machine = parseMachineIdentifier(identifier) ?? ATTIC
        const address = at(`http://${ip}:32400`, says('unclaimed', machine))
        const facts: DoctorFacts = {
          ...factsWith(says('unclaimed', machine), {
            addresses: [address],
            port: { kind: 'held', for: 'others', by: secret },
            account: { kind: 'not-trusted', why: 'issuer', issuer: secret },
            folder: { kind: 'there', folder: `/home/${secret}`, access: 'not-writable', owner: 61_234 },
            page: page({ friendlyName: secret, addresses: [address.address], machineIdentifier: CELLAR }),
          }),
          server: address.address,
          dataDir: `/home/${secret}`,
        }
        const report = reportOf(examine(facts), '0.1.0')
        for (const hidden of [secret, ip, '61234', identifier.slice(-7), CELLAR.slice(-7)])
          expect(report).not.toContain(hidden)
        expect(report).toContain(`…${identifier.slice(-6)}`)
        // If nothing was there to be hidden, this would show nothing.
        expect(textOf(examine(facts))).toContain(secret)
      }),
      { numRuns: 25 },
    )
  })
})
