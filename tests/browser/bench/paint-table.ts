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

function sorted(figures: readonly Figures[], which: keyof Figures): readonly number[] {
  return figures
    .map((each) => each[which])
    .filter((figure) => figure !== null)
    .sort((one, other) => one - other)
}

function median(known: readonly number[]): number {
  const middle = (known.length - 1) / 2
  return ((known[Math.floor(middle)] ?? NaN) + (known[Math.ceil(middle)] ?? NaN)) / 2
}
