import type { EngineName } from '../matrix/rows.ts'
import { LEFT_OPEN, type LeftOpenName } from './screens.ts'
import type { Minute } from './sit.ts'

/** What one page told, minute by minute; counts are since it was opened. */
export type Sat = {
  readonly engine: EngineName
  readonly screen: LeftOpenName
  readonly minutes: readonly Minute[]
}

/** By then an engine has learned the page's code; what comes on top after that grows. */
const LEARNED_AFTER_MINUTES = 10
const HEAP_GROWS_BY_MB = 0.3
const TIMERS_GROW_BY = 5
const NODES_GROW_BY = 20
/**
 * Every 3 s, less a tenth; while somebody signs in, every second. Where nobody answers, this computer is asked as well, at
 * four addresses, and each once more every 8 s whether somebody hides there.
 */
const QUESTIONS_A_MINUTE: Readonly<Record<LeftOpenName, number>> = {
  unlinked: 23,
  missing: 5 * (23 + 8),
  confirming: 67,
  linked: 14,
}
/** Where all is well for as long as the page is open. */
const CALM: readonly LeftOpenName[] = ['unlinked', 'linked']
const PROCESSOR_PERCENT = 0.5

const megabytes = (bytes: number): number => bytes / 2 ** 20

/** Share of one core between two moments. */
function processorPercent(from: Minute, to: Minute): number {
  return (to.processorMs - from.processorMs) / ((to.minute - from.minute) * 600)
}

/** The latest minute in a line. */
export function lineOf(minutes: readonly Minute[]): string {
  const now = minutes.at(-1)
  if (now === undefined) return 'nothing yet'
  const before = minutes.at(-2)
  const parts = [
    `minute ${now.minute}`,
    `"${now.screen}"`,
    ...(before === undefined
      ? []
      : [
          `${now.questions - before.questions} asked`,
          `${now.heard - before.heard} heard`,
          `${processorPercent(before, now).toFixed(2)} % of a core`,
        ]),
    ...(now.heapBytes === null ? [] : [`heap ${megabytes(now.heapBytes).toFixed(3)} MB`]),
    `memory ${(now.memoryKb / 1024).toFixed(1)} MB`,
    `${now.timers} timers`,
    `${now.elements} elements`,
    ...(now.nodes === null ? [] : [`${now.nodes} nodes`, `${now.listeners} listeners`]),
  ]
  return parts.join(', ')
}

/**
 * After ten minutes of the screen that was there last: another screen is other code, and more or less of it. Where there
 * were fewer, after half of them.
 */
function learned(minutes: readonly Minute[]): Minute | undefined {
  const last = minutes.at(-1)
  if (last === undefined) return undefined
  const before = minutes.findLast(({ screen }) => screen !== last.screen)?.minute ?? -1
  const of = minutes.filter(({ minute }) => minute > before)
  const since = of[0]?.minute ?? 0
  return of.find(({ minute }) => minute - since >= Math.min(LEARNED_AFTER_MINUTES, (last.minute - since) / 2))
}

type Compared = Sat & { readonly from: Minute; readonly to: Minute }

function compared(sat: readonly Sat[]): readonly Compared[] {
  return sat.flatMap((each) => {
    const from = learned(each.minutes)
    const to = each.minutes.at(-1)
    return from === undefined || to === undefined || from === to ? [] : [{ ...each, from, to }]
  })
}

/** As Markdown: a line for each screen and engine. */
export function tableOf(sat: readonly Sat[]): string {
  const change = (from: number | null, to: number | null, digits = 0): string =>
    from === null || to === null ? 'not told' : `${from.toFixed(digits)} → ${to.toFixed(digits)}`
  const heap = (bytes: number | null): number | null => (bytes === null ? null : megabytes(bytes))
  return [
    '| screen | engine | questions a minute | % of a core | heap, MB | memory, MB | timers | elements | nodes | listeners |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...compared(sat).map(({ screen, engine, from, to }) => {
      const each = (count: number): string => (count / (to.minute - from.minute)).toFixed(1)
      const cells = [
        screen,
        engine,
        each(to.questions - from.questions),
        processorPercent(from, to).toFixed(2),
        change(heap(from.heapBytes), heap(to.heapBytes), 2),
        change(from.memoryKb / 1024, to.memoryKb / 1024, 1),
        change(from.timers, to.timers),
        change(from.elements, to.elements),
        change(from.nodes, to.nodes),
        change(from.listeners, to.listeners),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')
}

/** What is not as it was promised, in sentences. */
export function whatGrew(sat: readonly Sat[], asked: number): readonly string[] {
  return [
    ...sat
      .filter(({ minutes }) => minutes.at(-1)?.minute !== asked)
      .map(
        ({ engine, screen, minutes }) =>
          `${engine}, ${screen}: ended after minute ${minutes.at(-1)?.minute ?? 'nought'}`,
      ),
    ...compared(sat).flatMap((each) => grewIn(each).map((what) => `${each.engine}, ${each.screen}: ${what}`)),
  ]
}

function grewIn({ engine, screen, minutes, from, to }: Compared): readonly string[] {
  const byMb = megabytes((to.heapBytes ?? 0) - (from.heapBytes ?? 0))
  const a = (to.questions - from.questions) / (to.minute - from.minute)
  const percent = processorPercent(from, to)
  const others = minutes.filter((each) => !LEFT_OPEN[screen].screens.includes(each.screen))
  return [
    ...(byMb > HEAP_GROWS_BY_MB ? [`the heap grew by ${byMb.toFixed(2)} MB`] : []),
    ...(to.timers > from.timers + TIMERS_GROW_BY ? [`timers grew from ${from.timers} to ${to.timers}`] : []),
    ...((to.nodes ?? to.elements) > (from.nodes ?? from.elements) + NODES_GROW_BY ? ['nodes grew'] : []),
    ...(a > QUESTIONS_A_MINUTE[screen] ? [`it asks ${a.toFixed(1)} times a minute`] : []),
    ...(engine === 'chromium' && CALM.includes(screen) && percent > PROCESSOR_PERCENT
      ? [`it takes ${percent.toFixed(2)} % of a core`]
      : []),
    ...others.map((each) => `it shows "${each.screen}" in minute ${each.minute}`),
  ]
}
