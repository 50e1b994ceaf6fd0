import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, type Evidence } from '../../src/diagnosis/evidence.ts'
import { reportOf } from '../../src/diagnosis/report.ts'
import { verdictOf } from '../../src/diagnosis/verdict.ts'
import { ATTIC } from '../server/said.ts'

const EVIDENCE: Evidence = {
  ...NO_EVIDENCE,
  server: { claim: 'unclaimed', kind: 'private', container: false, version: '1.43.4.9999-abcdef012' },
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
      '- Server: unclaimed, 1.43.4.9999-abcdef012, at a private address',
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
        const server = { claim: 'unclaimed', kind: 'private', container: false, version } as const
        const line = report({ ...EVIDENCE, server })
          .split('\n')
          .find((each) => each.startsWith('- Server'))
        expect(line).toMatch(
          /^- Server: unclaimed, (version unknown|[\d.]{1,20}(-[0-9a-f]{1,9})?), at a private address$/,
        )
      }),
    )
  })

  it.each(['1'.repeat(21), `1.43-${'a'.repeat(10)}`, '1.43-token', ''])(
    'does not take %s for a version',
    (version) => {
      const server = { claim: 'unclaimed', kind: 'private', container: false, version } as const
      expect(report({ ...EVIDENCE, server })).toContain('- Server: unclaimed, version unknown, at')
    },
  )

  it('says so where little is known', () => {
    const text = report(NO_EVIDENCE)
    expect(text).toContain('- Server: none')
    expect(text).toContain('- C15, possible')
  })
})
