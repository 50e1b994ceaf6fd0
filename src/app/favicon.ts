import type { StageName } from '../wizard/screen/screen.ts'

const RING = '<circle cx="16" cy="16" r="13" fill="#fffefc" stroke="#a33b00" stroke-width="4"/>'
const DISC = (colour: string): string => `<circle cx="16" cy="16" r="15" fill="${colour}"/>`
const line = (path: string, colour = '#fffefc'): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>`

const WAITS = RING + line('M16 10v6l4 3', '#a33b00')
const ASKS = DISC('#a33b00') + line('M12 12a4 4 0 1 1 5.6 3.7c-1.2.5-1.6 1-1.6 2.3M16 23v.01')
const LINK = DISC('#a33b00') + line('M8 16h16M18 10l6 6-6 6')
const DONE = DISC('#1a6b32') + line('M9 17l5 5 9-11')

/** Only what is linked is green, and each has a shape of its own. */
const DRAWN: Readonly<Record<StageName | 'crashed', string>> = {
  looking: WAITS,
  starting: WAITS,
  confirming: WAITS,
  unclaimed: LINK,
  choosing: ASKS,
  missing: ASKS,
  blocked: ASKS,
  unreadable: ASKS,
  stranger: ASKS,
  crashed: ASKS,
  claimed: DONE,
}

/** How the server is, for people who have the page in a tab behind others. */
export function faviconOf(stage: StageName | 'crashed'): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${DRAWN[stage]}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Shows it in the tab. */
export function showFavicon(stage: StageName | 'crashed'): void {
  document.querySelector('link[rel=icon]')?.setAttribute('href', faviconOf(stage))
}
