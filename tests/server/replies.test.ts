import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { CAUSE_CODES } from '../../src/diagnosis/cause.ts'
import { verdictOf } from '../../src/diagnosis/verdict.ts'
import { at, factsOf, LAN } from '../../src/gallery/facts-of.ts'
import { record, type AddressHistory } from '../../src/server/address-history.ts'
import { parseIdentity } from '../../src/server/identity.ts'
import type { Outcome } from '../../src/server/outcome.ts'
import { probe, resultOfReply } from '../../src/server/probe.ts'
import { evidenceOf } from '../../src/wizard/screen/evidence-of.ts'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'
import { machineOn, type Screen } from '../../src/wizard/screen/screen.ts'
import { bytesOf, hostThatReplies, messageOf, REPLY_CASES, type ReplyingHost } from '../cases/replies.ts'

const running: ReplyingHost[] = []
afterEach(() => Promise.all(running.splice(0).map(({ stop }) => stop())))

async function host(...messages: readonly (string | null)[]): Promise<ReplyingHost> {
  const started = await hostThatReplies(...messages)
  running.push(started)
  return started
}

/** What is on screen where one address said all this, `agoMs` ago and before. */
function shown(history: AddressHistory, laterMs = 0): { screen: Screen; cause: string } {
  const known = knownOf(factsOf([at(LAN, history)], { laterMs }))
  const screen = screenOf(known)
  const [{ cause }] = verdictOf(evidenceOf(known, screen)).findings
  return { screen, cause: CAUSE_CODES[cause] }
}

function saidBy(outcome: Outcome): string {
  if (outcome.kind === 'identity') return outcome.identity.claim
  return outcome.kind === 'failure' ? outcome.reason : 'starting'
}

it('every reply that was recorded is a case', () => {
  const files = readdirSync('tests/cases/replies')
  expect(REPLY_CASES.map(({ file }) => file).sort()).toEqual(files.sort())
})

describe('what the page makes of a reply', () => {
  it.each(REPLY_CASES)('$file: $page, $screen, $cause', async (reply) => {
    const { origin } = await host(messageOf(reply))
    const outcome = await probe(origin)
    expect(saidBy(outcome)).toBe(reply.page)
    // "Claimed" is believed when a second answer agrees.
    const again = { ...outcome, atMs: outcome.atMs + 1_000 }
    const { screen, cause } = shown(record(record(null, outcome), again))
    expect([screen.name, cause]).toEqual([reply.screen, reply.cause])
  })

  it('F07: no link is made with an identifier that is none', () => {
    const reply = { kind: 'reply', status: 200, retryAfterMs: null, dateMs: null } as const
    const outcome = {
      ...resultOfReply({ ...reply, text: bytesOf('F07-identity-16-digits.json') }),
      atMs: 1,
      tookMs: 1,
    }
    expect(machineOn(shown(record(null, outcome)).screen)).toBeNull()
  })

  it('F08: capitals in an identifier are the same as small letters', () => {
    const parsed = parseIdentity(bytesOf('F08-identity-capitals.xml'))
    expect(parsed).toMatchObject({
      identity: { machineIdentifier: '0123456789abcdef0123456789abcdef01234567' },
    })
  })

  it.each(['F29-root-claimed.xml', 'F30-root-mapped.xml'])(
    '%s: nothing of a person is taken along, and a mapping proves nothing',
    (file) => {
      const parsed = parseIdentity(bytesOf(file))
      expect(parsed).toMatchObject({ kind: 'identity', identity: { claim: 'unknown' } })
      expect(JSON.stringify(parsed)).not.toMatch(/person@|Shelf Pi|Plex Server 1|mapped/)
    },
  )

  it('F21: a port that closes without a byte looks like one where nobody listens, and both causes are named', async () => {
    const { origin } = await host(null)
    const outcome = await probe(origin)
    expect(saidBy(outcome)).toBe('refused')
    const known = knownOf(factsOf([at(LAN, record(null, outcome))]))
    const { findings } = verdictOf(evidenceOf(known, screenOf(known)))
    expect(findings.slice(0, 2).map(({ cause }) => CAUSE_CODES[cause])).toEqual(['C9', 'C12'])
  })
})

/** The same address, asked again and again: what it says, how often and every how many ms. */
function story(...chapters: readonly (readonly [file: string | null, status: number, forMs: number])[]) {
  const screens: Screen[] = []
  let history: AddressHistory | null = null
  let nowMs = 1_000
  for (const [text, status, forMs] of chapters) {
    for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += 1_000) {
      const when = { atMs: nowMs, tookMs: 5 }
      const reply = { kind: 'reply', status, retryAfterMs: null, dateMs: null } as const
      history = record(
        history,
        text === null
          ? { kind: 'failure', reason: 'refused', status: null, retryAfterMs: null, ...when }
          : { ...resultOfReply({ ...reply, text }), ...when },
      )
      screens.push(shown(history).screen)
    }
  }
  return { names: screens.map(({ name }) => name), screens, last: shown(history as AddressHistory) }
}

/** Names that follow each other, each once. */
function changes(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => name !== names[index - 1])
}

describe('what the page makes of one reply after another', () => {
  const ready = bytesOf('F35-identity-unclaimed.xml')
  const startState = bytesOf('F09-identity-starting.xml')
  const migrations = bytesOf('F10-503-migrations.xml')
  const maintenance = bytesOf('K02-503-startup-maintenance.xml')
  const other = (digits: string) =>
    ready.replace(/0123456789abcdef0123456789abcdef01234567/, digits.repeat(40))

  it('F09: a start state that comes and goes, and a restart, are one calm start', () => {
    const flap = [
      [startState, 200, 7_000],
      [ready, 200, 7_000],
    ] as const
    const { names } = story(
      ...flap,
      ...flap,
      ...flap,
      [startState, 200, 3_000],
      [migrations, 503, 4_000],
      [maintenance, 503, 4_000],
      [ready, 200, 20_000],
    )
    expect(changes(names)).toEqual(['starting', 'unclaimed'])
  })

  it('F10: says for how long it has been starting, five minutes later as well', () => {
    const { last, names } = story([maintenance, 503, 300_000])
    expect(changes(names)).toEqual(['starting'])
    expect(last.screen).toMatchObject({ sinceMs: 1_000, restarts: 0 })
  })

  it('F12: a start that something ends each time stays a start, and is said to begin anew', () => {
    const round = [
      [migrations, 503, 40_000],
      [null, 0, 5_000],
    ] as const
    const { names, last } = story(...round, ...round, ...round, [migrations, 503, 40_000])
    expect(changes(names)).toEqual(['starting'])
    expect(last.screen).toMatchObject({ sinceMs: 1_000, restarts: 3 })
    expect(last.cause).toBe('C9')
  })

  it('F12: stays calm, too, where it is away for longer each time', () => {
    const { names } = story(
      [migrations, 503, 40_000],
      [null, 0, 5_000],
      [migrations, 503, 40_000],
      [null, 0, 40_000],
      [migrations, 503, 10_000],
    )
    expect(changes(names)).toEqual(['starting'])
  })

  it('F12: one that is gone for good is missing in the end', () => {
    const { last } = story(
      [migrations, 503, 40_000],
      [null, 0, 5_000],
      [migrations, 503, 10_000],
      [null, 0, 70_000],
    )
    expect(last.screen.name).toBe('missing')
  })

  it('F12: is forgotten once the server is ready', () => {
    const round = [
      [migrations, 503, 10_000],
      [null, 0, 5_000],
    ] as const
    const { last } = story(
      ...round,
      ...round,
      [migrations, 503, 5_000],
      [ready, 200, 20_000],
      [migrations, 503, 3_000],
    )
    expect(last.screen).toMatchObject({ name: 'starting', restarts: 0 })
  })

  it('F13: a bare 503 is a start only where a server spoke before', () => {
    expect(story(['', 503, 3_000]).last.screen.name).toBe('another-product')
    expect(changes(story([ready, 200, 3_000], ['', 503, 3_000]).names)).toEqual(['unclaimed', 'starting'])
    expect(changes(story([migrations, 503, 3_000], ['', 503, 3_000]).names)).toEqual(['starting'])
  })

  it('F13: a page of a proxy is none, also where a server spoke before', () => {
    const { last } = story([ready, 200, 3_000], [bytesOf('F13-503-nginx.html'), 503, 20_000])
    expect(last.screen).toMatchObject({ name: 'another-product', latest: { reason: 'gateway' } })
  })

  it('F19: two servers in turn stop everything, and neither is shown as the server', () => {
    const one = [other('a'), 200, 1_000] as const
    const two = [other('b'), 200, 1_000] as const
    const { screens, last } = story(one, two, one, two, one, two, one)
    expect(screens.slice(3).map((screen) => machineOn(screen))).toEqual([null, null, null, null])
    expect(last.screen).toMatchObject({ name: 'another-machine', answering: 'in-turn' })
    expect(last.cause).toBe('C5')
  })

  it('F19: one that is left alone is the server again within ten seconds', () => {
    const one = [other('a'), 200, 1_000] as const
    const two = [other('b'), 200, 1_000] as const
    expect(story(one, two, one, [other('a'), 200, 8_000]).last.screen.name).toBe('unclaimed')
  })

  it('F19: a server whose address another one had for a while is the server at once when it is back', () => {
    const one = [other('a'), 200, 1_000] as const
    const two = [other('b'), 200, 1_000] as const
    expect(story(one, two, two, one).last.screen.name).toBe('unclaimed')
  })

  it('F19: a server that another one followed on, and that is put back, is the server', () => {
    const { last } = story(
      [other('a'), 200, 3_000],
      [null, 0, 3_000],
      [other('b'), 200, 3_000],
      [null, 0, 3_000],
      [other('a'), 200, 3_000],
    )
    expect(last.screen.name).toBe('unclaimed')
  })

  it('F20: a new server after each start keeps no settings, which is said from the second time on', () => {
    const started = (digit: string) => [
      [maintenance, 503, 3_000] as const,
      [other(digit), 200, 10_000] as const,
    ]
    const once = story(...started('a'), ...started('b')).last
    expect(once.screen).toMatchObject({ name: 'another-machine', answering: 'one' })
    const twice = story(...started('a'), ...started('b'), ...started('c')).last
    expect(twice.screen).toMatchObject({ name: 'another-machine', answering: 'renewed' })
    expect(twice.cause).toBe('C5')
  })

  it('F20: two other servers without a start in between are no such thing', () => {
    const { last } = story([other('a'), 200, 3_000], [other('b'), 200, 3_000], [other('c'), 200, 3_000])
    expect(last.screen).toMatchObject({ name: 'another-machine', answering: 'one' })
  })
})
