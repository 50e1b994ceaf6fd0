import type { Evidence } from '../../diagnosis/evidence.ts'
import type { Finding } from '../../diagnosis/verdict.ts'
import { ACCOUNT, CLOCK } from './account-advice.ts'
import type { Advice, AdviceOn } from './advice.ts'
import { causesOf, evidenceFrom } from './evidence-from.ts'
import type { DoctorFacts } from './facts.ts'
import { CHECK_NAMES, resultOf, statusOf, type CheckName, type CheckStatus, type Findings } from './found.ts'
import { findingsOf } from './judge.ts'
import { CONTAINER, FIREWALL, FOLDER, PAGE } from './place-advice.ts'
import { CLAIM, PORT, SERVER } from './server-advice.ts'

/** One check, what it found, and what to do. */
export type ExaminedCheck = {
  readonly check: CheckName
  readonly status: CheckStatus
  readonly found: string
  readonly says: string
  readonly todo: readonly string[]
}

/** All that is made of the facts. */
export type Examination = {
  readonly facts: DoctorFacts
  readonly result: ReturnType<typeof resultOf>
  readonly checks: readonly ExaminedCheck[]
  readonly evidence: Evidence
  /** Why the server can't be used yet, the likeliest first; empty where nothing has to be done. */
  readonly causes: readonly Finding[]
}

const ADVICE: { readonly [C in CheckName]: AdviceOn<C> } = {
  server: SERVER,
  claim: CLAIM,
  port: PORT,
  clock: CLOCK,
  account: ACCOUNT,
  folder: FOLDER,
  page: PAGE,
  firewall: FIREWALL,
  container: CONTAINER,
}

/** Facts → findings → words. Pure. */
export function examine(facts: DoctorFacts): Examination {
  const findings = findingsOf(facts)
  const evidence = evidenceFrom(facts)
  const result = resultOf(findings)
  return {
    facts,
    result,
    evidence,
    causes: result === 'to-do' ? causesOf(facts, evidence, findings) : [],
    checks: CHECK_NAMES.map((check) => {
      const { says, todo = [] } = adviceOn(check, findings, facts)
      return { check, status: statusOf(check, findings), found: findings[check], says, todo }
    }),
  }
}

function adviceOn(check: CheckName, findings: Findings, facts: DoctorFacts): Advice {
  // Each check has words for all that it finds, which the type of `ADVICE` holds it to.
  const words = ADVICE[check] as Readonly<Record<string, (facts: DoctorFacts) => Advice>>
  return words[findings[check]]?.(facts) ?? { says: findings[check] }
}
