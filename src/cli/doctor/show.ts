import { probeLines, serverLines, verdictLines } from '../../diagnosis/report.ts'
import type { Finding } from '../../diagnosis/verdict.ts'
import { causeTextOf, signText, type CauseText } from './cause-text.ts'
import type { Examination, ExaminedCheck } from './examine.ts'
import { identityOf, isServer } from './who-answered.ts'

const MARKS: Readonly<Record<ExaminedCheck['status'], string>> = {
  well: 'ok',
  'to-do': 'TO DO',
  'not-seen': '?',
  note: '-',
}
const [MARK_WIDTH, NAME_WIDTH] = [7, 11]

/** For the person at the terminal: a line for each check, then the cause, then what to do, in this order. */
export function textOf({ checks, causes, result }: Examination): string {
  const steps = stepsOf(checks, causes)
  return [
    ...checks
      .filter(({ found }) => found !== 'elsewhere')
      .map(
        ({ check, status, says }) => `${MARKS[status].padEnd(MARK_WIDTH)}${check.padEnd(NAME_WIDTH)}${says}`,
      ),
    // Said of seven checks at once.
    ...checks
      .filter(({ found }) => found === 'elsewhere')
      .map(({ says }) => says)
      .slice(0, 1),
    '',
    ...causeLines(causes.map(causeTextOf)),
    SUMS[result],
    ...steps.map((step, index) => `${String(index + 1).padStart(3)}. ${step}`),
  ].join('\n')
}

const SUMS: Readonly<Record<Examination['result'], string>> = {
  well: 'All is well.',
  'to-do': 'What to do:',
  'not-seen': 'Nothing is wrong as far as could be looked. What has a "?" could not be looked at.',
}

/** The check `claim` is for the end: signing in is of use only when nothing else is in the way. */
const LAST: ExaminedCheck['check'] = 'claim'
/** Those whose steps a check says more precisely. */
const ADVISED: readonly Finding['cause'][] = ['not-claimed', 'account-out-of-reach', 'not-running']

function stepsOf(checks: readonly ExaminedCheck[], causes: readonly Finding[]): readonly string[] {
  const toDo = checks.filter(({ status }) => status === 'to-do' || status === 'not-seen')
  const [first] = causes.filter(({ cause }) => !ADVISED.includes(cause))
  return [
    ...new Set([
      ...toDo.filter(({ check }) => check !== LAST).flatMap(({ todo }) => todo),
      ...(first === undefined ? [] : causeTextOf(first).steps),
      ...toDo.filter(({ check }) => check === LAST).flatMap(({ todo }) => todo),
    ]),
  ]
}

const CONFIDENCE: Readonly<Record<CauseText['confidence'], string>> = {
  certain: 'The cause',
  likely: 'The likely cause',
  possible: 'A possible cause',
}

function causeLines([first, ...others]: readonly CauseText[]): readonly string[] {
  if (first === undefined) return []
  const also = others.map(({ title, code, confidence }) => `${title} (${code}, ${confidence})`)
  return [
    [`${CONFIDENCE[first.confidence]}: ${first.title} (${first.code}).`, first.says].join(' ').trim(),
    ...(also.length === 0 ? [] : [`Besides: ${also.join('; ')}.`]),
    '',
  ]
}

/** For other programs; docs/command.md says what is in it, and none of it goes away within a format. */
export function jsonOf({ facts, result, checks, causes }: Examination): string {
  const identity = identityOf(facts)
  const reached = (facts.own?.addresses ?? []).filter((answer) => isServer(answer, identity))
  const told = {
    format: 1,
    result,
    server: {
      address: facts.server,
      machineIdentifier: identity?.machineIdentifier ?? null,
      version: identity?.version ?? null,
      addresses: reached.map(({ address }) => address),
    },
    checks,
    causes: causes.map((finding) => {
      const { code, confidence, title, says, steps } = causeTextOf(finding)
      return { code, confidence, title, says, steps, signs: finding.signs }
    }),
  }
  return JSON.stringify(told, null, 2)
}

/**
 * For strangers, in Markdown. Of each check only the words of `found.ts` get in. Of the rest it has what the page's own
 * report has: kinds of addresses, and six characters of an identifier. There is no address, name or path in it.
 */
export function reportOf({ facts, result, checks, causes, evidence }: Examination, version: string): string {
  const { own, platform } = facts
  const { account, clockOffMs } = evidence
  return [
    '## Setup Plex report',
    '',
    `- Command: setup-plex doctor ${version}, Node ${process.versions.node}, ${platform}`,
    `- Result: ${result}`,
    ...serverLines(evidence, identityOf(facts)?.machineIdentifier ?? null),
    `- Account service from here: ${account}`,
    ...(clockOffMs === null ? [] : [`- Clocks differ by: ${Math.round(clockOffMs / 1_000)} s`]),
    ...(own?.container.inside == null ? [] : [`- Container: ${own.container.inside}`]),
    '',
    '### Checks',
    '',
    ...checks.map(({ check, status, found }) => `- ${check}: ${found} (${status})`),
    '',
    ...verdictLines(causes, signText),
    '',
    ...probeLines(evidence),
  ].join('\n')
}
