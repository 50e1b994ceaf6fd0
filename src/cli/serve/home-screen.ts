import { homeScreenIcon } from './icon.ts'
import type { SiteReply } from './refusals.ts'

/** Beside the page, whatever path a proxy puts in front of it. */
const MANIFEST = 'setup.webmanifest'
const POLICY = /(<meta http-equiv="Content-Security-Policy" content="[^"]+)"/

/**
 * The built page with a name and an icon for home screens, which telephones take from where the page is served. Its policy
 * allows that manifest and nothing more: icons are data, which the page's own policy allows. No service worker.
 */
export function withHomeScreen(page: string): string {
  const links = `<link rel="manifest" href="${MANIFEST}" /><link rel="apple-touch-icon" href="${icon()}" />`
  return page
    .replace(POLICY, (_, policy: string) => `${policy}; manifest-src 'self'"`)
    .replace('</head>', (end) => `${links}${end}`)
}

/** What is served for it, by path. */
export const HOME_SCREEN: Readonly<Record<string, () => SiteReply>> = {
  [`/${MANIFEST}`]: () => ({
    status: 200,
    headers: { 'Content-Type': 'application/manifest+json' },
    body: JSON.stringify(manifest()),
  }),
}

function manifest(): object {
  return {
    name: 'Setup Plex',
    short_name: 'Setup Plex',
    start_url: '.',
    // A shortcut in the browser: signing in leads to another site and back.
    display: 'browser',
    icons: [{ src: icon(), sizes: '512x512', type: 'image/png', purpose: 'any maskable' }],
  }
}

let drawn: string | null = null
/** As an address that holds all of it; drawn once. */
function icon(): string {
  drawn ??= `data:image/png;base64,${homeScreenIcon().toString('base64')}`
  return drawn
}
