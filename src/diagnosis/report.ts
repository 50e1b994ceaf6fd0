import { tailOf, type MachineIdentifier } from '../lib/machine-identifier.ts'
import type { Evidence } from './evidence.ts'
import type { SignName } from './signs.ts'
import type { Verdict } from './verdict.ts'

/** What happened on the page, as it is told to others: no address, name or code is in it. */
export type ReportEvent = {
  /** Since the page was opened. */
  readonly atMs: number
  readonly what: string
}

export type ReportInput = {
  readonly pageVersion: string
  readonly stage: string
  readonly machineIdentifier: MachineIdentifier | null
  readonly evidence: Evidence
  readonly verdict: Verdict
  readonly events: readonly ReportEvent[]
  readonly language: string
  /** What was seen, in the person's language. */
  readonly sentenceFor: (sign: SignName) => string
}

/**
 * A report in Markdown, for showing to strangers. It is made of evidence, which holds no address, name or code; of an
 * identifier only its six last characters get in. Pure.
 */
export function reportOf(input: ReportInput): string {
  const { pageVersion, stage, machineIdentifier, evidence, verdict, events, language, sentenceFor } = input
  const { server, browser, answers } = evidence
  const told = Object.entries(answers).flatMap(([question, answer]) =>
    answer === null ? [] : `${question}: ${answer}`,
  )
  const lines = [
    '## Setup Plex report',
    '',
    `- Page: ${pageVersion}, ${evidence.wayIn}, ${language}`,
    `- Browser: ${browser.family}${browser.onMac ? ' (Mac)' : ''}, ${evidence.online ? 'online' : 'offline'}`,
    `- Stage: ${stage}`,
    `- Server: ${server === null ? 'none' : `${server.claim}, ${versionOf(server.version)}, at a ${server.kind} address`}`,
    `- Identifier: ${machineIdentifier === null ? 'unknown' : `…${tailOf(machineIdentifier)}`} (${evidence.identity})`,
    `- Platform: ${evidence.platform ?? 'unknown'}`,
    `- Account service from here: ${evidence.account}`,
    ...(evidence.code === null ? [] : [`- Claim code: ${evidence.code}`]),
    ...(evidence.clockOffMs === null
      ? []
      : [`- Clocks differ by: ${Math.round(evidence.clockOffMs / 1000)} s`]),
    ...(told.length === 0 ? [] : [`- Told: ${told.join('; ')}`]),
    '',
    '### Verdict',
    '',
    ...verdict.findings.flatMap(({ cause, confidence, signs }) => [
      `- ${cause}, ${confidence}`,
      ...signs.map((sign) => `  - ${sentenceFor(sign)}`),
    ]),
    '',
    '### Addresses asked, by kind',
    '',
    ...evidence.probes.map(
      ({ kind, container, said, tookMs }) =>
        `- ${kind}${container ? ' (172.16/12)' : ''}: ${said}, ${tookMs} ms`,
    ),
    '',
    '### What happened',
    '',
    ...events.map(({ atMs, what }) => `- ${(atMs / 1000).toFixed(1)} s: ${what}`),
    '',
  ]
  return lines.join('\n')
}

// A version is a stranger's text: only what versions are made of gets in, and no long run of it that could be a token.
function versionOf(version: string | null): string {
  return /^[\d.]{1,20}(-[0-9a-f]{1,9})?$/.exec(version ?? '')?.[0] ?? 'version unknown'
}
