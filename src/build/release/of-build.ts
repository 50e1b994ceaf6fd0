import { sumOf } from './sums.ts'

/** What a report says about the build that it is of, as Markdown. */
export type ReportHead = {
  /** The built page for real servers. */
  readonly page: string
  /** What left something out, such as an option; empty where everything was run. */
  readonly limits: readonly string[]
  readonly passed: number
  readonly failed: number
}

/** What is read back from it. */
export type Report = {
  readonly pageSum: string
  readonly isWhole: boolean
  readonly passed: number
  readonly failed: number
}

/** Says which page this is, by its sum. */
export function pageLine(page: string): string {
  return `Page: sha256 \`${sumOf(page)}\``
}

/** The sum of the page that a text is about; null where it names none. */
export function pageSumIn(text: string): string | null {
  return /^Page: sha256 `([0-9a-f]{64})`$/m.exec(text)?.[1] ?? null
}

export function reportHead({ page, limits, passed, failed }: ReportHead): string {
  const scope = limits.length === 0 ? 'Everything was run' : `A part was run (${limits.join(', ')})`
  return `${pageLine(page)}\n\n${scope}. ${passed} passed, ${failed} failed.`
}

/** Reads the head of a report; null where it has none. */
export function parseReport(text: string): Report | null {
  const pageSum = pageSumIn(text)
  const [, scope, passed, failed] =
    /^(Everything|A part) was run.*\. (\d+) passed, (\d+) failed\.$/m.exec(text) ?? []
  if (pageSum === null || scope === undefined) return null
  return { pageSum, isWhole: scope === 'Everything', passed: Number(passed), failed: Number(failed) }
}

/** Why a report does not speak for this page; null where it does. */
export function faultOf(report: Report | null, pageSum: string): string | null {
  if (report === null) return 'there is no report that says which page it is of'
  if (report.pageSum !== pageSum)
    return `the report is of another page (sha256 ${report.pageSum.slice(0, 12)}…)`
  if (!report.isWhole) return 'the report is of a part of it'
  if (report.failed > 0) return `${report.failed} of its cells failed`
  return null
}
