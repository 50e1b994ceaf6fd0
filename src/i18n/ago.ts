const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S

/** "3 seconds ago" in the given language. `agoMs` below zero counts as now. */
export function ago(agoMs: number, language: string): string {
  const seconds = Math.max(0, Math.round(agoMs / 1000))
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (seconds < MINUTE_S) return words.format(-seconds, 'second')
  if (seconds < HOUR_S) return words.format(-Math.round(seconds / MINUTE_S), 'minute')
  return words.format(-Math.round(seconds / HOUR_S), 'hour')
}
