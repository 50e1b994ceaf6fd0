import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../src/diagnosis/evidence.ts'
import { reportOf } from '../../src/diagnosis/report.ts'
import { verdictOf } from '../../src/diagnosis/verdict.ts'
import { ATTIC } from '../../src/gallery/said.ts'

const EVIDENCE: Evidence = {
  ...NO_EVIDENCE,
  server: {
    claim: 'unclaimed',
    health: 'answering',
    kind: 'private',
    container: false,
    version: '1.43.4.9999-abcdef012',
  },
  browser: { family: 'firefox', onMac: true },
  enforced: true,
  identity: 'expected',
  probes: [{ kind: 'private', container: false, said: 'unclaimed', tookMs: 12 }],
  code: 'refused',
  clockOffMs: -400_000,
  answers: { ...NO_EVIDENCE.answers, runs: 'docker' },
}

function report(evidence: Evidence = EVIDENCE): string {
  return reportOf({
    pageVersion: '0.1.0',
    stage: 'unclaimed',
    machineIdentifier: ATTIC,
    evidence,
    verdict: verdictOf(evidence),
    events: [
      { atMs: 120, what: 'looking' },
      { atMs: 480, what: 'unclaimed' },
    ],
    language: 'en',
    sentenceFor: (sign) => `sign ${sign}`,
  })
}

describe('the report', () => {
  it('tells what helps others to help', () => {
    const text = report()
    for (const part of [
      '- Page: 0.1.0, file, en',
      '- Stage: unclaimed',
      '- Browser: firefox (Mac), online',
      '- Server: unclaimed, answering, 1.43.4.9999-abcdef012, at a private address',
      '- Has to be linked, says the file: true',
      '- Claim code: refused',
      '- Clocks differ by: -400 s',
      '- Told: runs: docker',
      '- C14, likely',
      '  - sign code-refused',
      '- private: unclaimed, 12 ms',
      '- 0.5 s: unclaimed',
    ]) {
      expect(text.split('\n')).toContain(part)
    }
  })

  it('holds of the identifier its last six characters', () => {
    const text = report()
    expect(text).toContain(`…${ATTIC.slice(-6)}`)
    expect(text).not.toContain(ATTIC.slice(-7))
  })

  it('takes no other words from a server than a version', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (version) => {
        const server = { ...EVIDENCE.server, version } as Evidence['server']
        const line = report({ ...EVIDENCE, server })
          .split('\n')
          .find((each) => each.startsWith('- Server'))
        expect(line).toMatch(
          /^- Server: unclaimed, answering, (version unknown|[\d.]{7,20}(-[0-9a-f]{7,9})?), at a private address$/,
        )
      }),
    )
  })

  it.each([
    '1'.repeat(21),
    '1.2.3.4444.5555.6666',
    `1.43.4.9999-${'a'.repeat(10)}`,
    '1.43-token',
    '',
    // Addresses look like versions, and names like what stands at the end of one.
    '192.168.1.10',
    '10.0.0.2-abcdef012',
    '203.0.113.5',
    '192.168.178',
    '10.0.0',
    '1.43.4.9999-deedeeaba',
    '1.43.4.9999-dad',
  ])('does not take %s for a version', (version) => {
    const server = { ...EVIDENCE.server, version } as Evidence['server']
    expect(report({ ...EVIDENCE, server })).toContain('- Server: unclaimed, answering, version unknown, at')
  })

  it.each(['1.43.4.9999-abcdef012', '1.40.0.7998-c29d4c0c8', '1.32.2.7100'])(
    'takes %s for a version',
    (version) => {
      const server = { ...EVIDENCE.server, version } as Evidence['server']
      expect(report({ ...EVIDENCE, server })).toContain(`answering, ${version}, at`)
    },
  )

  it('tells how long there has been no progress', () => {
    const waiting = { by: 'code', forMs: 90_000, overdue: true, pinRanOut: false } as const
    expect(report({ ...EVIDENCE, waiting })).toContain('- Waiting: code, 90 s, overdue')
    expect(report({ ...EVIDENCE, startingForMs: 60_000 })).toContain('- Starting: 60 s')
    expect(report()).not.toMatch(/Waiting|Starting/)
  })

  it('has the code of a cause, also of the one that the person recognised', () => {
    const text = report({ ...EVIDENCE, answers: { ...EVIDENCE.answers, sees: 'revoked' } })
    expect(text).toMatch(/^- Told: .*sees: C2$/m)
    expect(text).not.toContain('revoked')
  })

  it('says so where little is known', () => {
    const text = report(NO_EVIDENCE)
    expect(text).toContain('- Server: none')
    expect(text).toContain('- C15, possible')
  })
})
