import type { Figures } from './paint-measure.ts'
import type { BenchPage } from './paint-pages.ts'

/** A row for each page: medians, in brackets the worst, and the ratio to the median of the bare page. */
export function rowsOf(all: ReadonlyMap<BenchPage, readonly Figures[]>): readonly string[] {
  const [bare = []] = [...all].filter(([{ name }]) => name === 'bare').map(([, figures]) => figures)
  return [...all].map(([{ name, bytes }, figures]) => {
    const cell = (which: keyof Figures, toBare: boolean): string => {
      const known = sorted(figures, which)
      if (known.length === 0) return '–'
      const ratio = toBare ? ` · ${(median(known) / median(sorted(bare, which))).toFixed(2)}` : ''
      const missed = known.length < figures.length ? `, missed ${figures.length - known.length}` : ''
      return `${median(known).toFixed(0)} (${known.at(-1)?.toFixed(0) ?? ''})${ratio}${missed}`
    }
    const { before, app, behind } = bytes
    return [
      `${name}, ${figures.length} times`,
      cell('fcp', true),
      cell('state', true),
      app === 0 ? '–' : cell('app', false),
      [before, app, behind].join(' / '),
    ].join(' | ')
  })
}

/** The figures of this kind that were told, the smallest first. */
export function sorted<Kind extends string>(
  figures: readonly Readonly<Record<Kind, number | null>>[],
  which: Kind,
): readonly number[] {
  return figures
    .map((each) => each[which])
    .filter((figure) => figure !== null)
    .sort((one, other) => one - other)
}

export function median(known: readonly number[]): number {
  const middle = (known.length - 1) / 2
  return ((known[Math.floor(middle)] ?? NaN) + (known[Math.ceil(middle)] ?? NaN)) / 2
}
