import { tailOf, type MachineIdentifier } from '../lib/machine-identifier.ts'
import { CAUSE_CODES } from './cause.ts'
import type { Evidence } from './evidence.ts'
import type { SignName } from './sign-name.ts'
import type { Finding, Verdict } from './verdict.ts'

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
  const { browser, answers, waiting } = evidence
  const { changed, moved, runs, sees } = answers
  const told = Object.entries({ changed, moved, runs, sees: sees && CAUSE_CODES[sees] }).flatMap(
    ([question, answer]) => (answer === null ? [] : `${question}: ${answer}`),
  )
  const lines = [
    '## Setup Plex report',
    '',
    `- Page: ${pageVersion}, ${evidence.openedFrom}, ${language}`,
    `- Browser: ${browser.family}${browser.onMac ? ' (Mac)' : ''}, ${evidence.online ? 'online' : 'offline'}`,
    `- Stage: ${stage}`,
    ...serverLines(evidence, machineIdentifier),
    ...(evidence.startingForMs === null ? [] : [`- Starting: ${seconds(evidence.startingForMs)}`]),
    ...(waiting === null
      ? []
      : [`- Waiting: ${waiting.by}, ${seconds(waiting.forMs)}${waiting.overdue ? ', overdue' : ''}`]),
    ...(evidence.permission === 'unknown' ? [] : [`- Local network permission: ${evidence.permission}`]),
    `- Account service from here: ${evidence.account}`,
    ...(evidence.code === null ? [] : [`- Claim code: ${evidence.code}`]),
    ...(evidence.clockOffMs === null ? [] : [`- Clocks differ by: ${seconds(evidence.clockOffMs)}`]),
    ...(told.length === 0 ? [] : [`- Told: ${told.join('; ')}`]),
    '',
    ...verdictLines(verdict.findings, sentenceFor),
    '',
    ...probeLines(evidence),
    '',
    '### What happened',
    '',
    ...events.map(({ atMs, what }) => `- ${(atMs / 1000).toFixed(1)} s: ${what}`),
    '',
  ]
  return lines.join('\n')
}

/** Which server it is, as far as strangers may know. */
export function serverLines(
  { server, identity, platform, enforced }: Evidence,
  machineIdentifier: MachineIdentifier | null,
): readonly string[] {
  return [
    `- Server: ${server === null ? 'none' : `${server.claim}, ${server.health}, ${versionOf(server.version)}, at a ${server.kind} address`}`,
    `- Identifier: ${machineIdentifier === null ? 'unknown' : `…${tailOf(machineIdentifier)}`} (${identity})`,
    `- Platform: ${platform ?? 'unknown'}`,
    ...(enforced === null ? [] : [`- Has to be linked, says the file: ${enforced}`]),
  ]
}

/** The chapter on the causes, by their codes, and what speaks for each. */
export function verdictLines(
  findings: readonly Finding[],
  sentenceFor: (sign: SignName) => string,
): readonly string[] {
  return [
    '### Verdict',
    '',
    ...findings.flatMap(({ cause, confidence, signs }) => [
      `- ${CAUSE_CODES[cause]}, ${confidence}`,
      ...signs.map((sign) => `  - ${sentenceFor(sign)}`),
    ]),
  ]
}

/** The chapter on the addresses, of which only their kinds are told. */
export function probeLines({ probes }: Evidence): readonly string[] {
  return [
    '### Addresses asked, by kind',
    '',
    ...probes.map(
      ({ kind, container, said, tookMs }) =>
        `- ${kind}${container ? ' (172.16/12)' : ''}: ${said}, ${tookMs} ms`,
    ),
  ]
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`
}

/** `1.43.4.9999-abcdef012`, or without its end. */
const VERSION = /^\d{1,2}\.\d{1,3}\.\d{1,3}\.(\d{1,5})(?:-(?=[a-f]*\d)[0-9a-f]{7,9})?$/
const LARGEST_BYTE = 255

/**
 * A version is a stranger's text: only what versions look like gets in. Four numbers of which the last is a byte could
 * be an address, and fewer numbers a network. Letters without a digit could be a name, and a long run of either a
 * token.
 */
function versionOf(version: string | null): string {
  const [whole, build] = VERSION.exec(version ?? '') ?? []
  return whole !== undefined && Number(build) > LARGEST_BYTE ? whole : 'version unknown'
}
