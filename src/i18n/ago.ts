const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S

/**
 * "3 seconds ago" in the given language. `agoMs` below zero counts as now. Browsers that can't say it in words (before
 * Chromium 71, Firefox 65, Safari 14) get the bare time, such as "0:03".
 */
export function ago(agoMs: number, language: string): string {
  const seconds = Math.max(0, Math.round(agoMs / 1000))
  if (!('RelativeTimeFormat' in Intl)) {
    return `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, '0')}`
  }
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (seconds < MINUTE_S) return words.format(-seconds, 'second')
  if (seconds < HOUR_S) return words.format(-Math.round(seconds / MINUTE_S), 'minute')
  return words.format(-Math.round(seconds / HOUR_S), 'hour')
}
