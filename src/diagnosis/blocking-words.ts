import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { BrowserFamily } from '../lib/browser.ts'
import type { Evidence } from './evidence.ts'
import { isDeniedInTab, isHeldInTab } from './reading.ts'

const ALLOW_IF_ASKED = msg`If the browser asks whether this page may reach your local network, allow it.`
/** Only a page from the internet needs to be allowed, and a file in its tab (browsers.md rule 4). */
const FROM_OUTSIDE: Record<BrowserFamily, MessageDescriptor> = {
  chromium: msg`Press the sign to the left of the address above, open the settings for this site, and allow “Local network access”. A question that was closed three times counts as refused, and only these settings bring it back. Then check again.`,
  firefox: msg`Press the shield or the lock to the left of the address above, and allow this page to reach devices on your local network. Where HTTPS-Only Mode is on, make an exception for this page. Then check again.`,
  safari: ALLOW_IF_ASKED,
  other: ALLOW_IF_ASKED,
}
const NEW_TAB = msg`Or open this file in a new tab. There, Firefox does not ask.`
const OWN_PAGE = msg`Or open the server's own page; going there is not blocked.`
const AT_HOME: Partial<Record<BrowserFamily, MessageDescriptor>> = {
  firefox: msg`Where HTTPS-Only Mode is on in Firefox, make an exception for this page, or switch it off meanwhile.`,
}
const ON_MAC = msg`On this Mac, the browser has to be switched on under System Settings, Privacy & Security, Local Network. If it is, switch it off and on, restart the Mac, or try Safari.`
const PRIVATE_WINDOW = msg`First open this page in a private window, where extensions are off. If the page works there, an extension keeps the page off your network.`
const ANY_BROWSER = msg`Allow this page, or this browser, to reach the local network, then check again.`

/**
 * What lets a page reach the local network, by browser and system; for any of them where nobody knows which. A private
 * window, which shows whether an extension is to blame, needs the permission too: it is of no use where that is missing.
 */
export function stepsAgainstBlocking(
  known: Pick<Evidence, 'browser' | 'openedFrom'> | null,
  needsPermission: boolean,
): readonly MessageDescriptor[] {
  return [
    ...(needsPermission ? [] : [PRIVATE_WINDOW]),
    ...(known === null ? [ANY_BROWSER] : stepsForBrowser(known)),
    msg`Blockers and VPNs in the browser do the same; switch them off for this page.`,
    OWN_PAGE,
  ]
}

/** What to allow in this very browser and system; nothing where none of them is known to ask. */
export function stepsForBrowser({
  browser,
  openedFrom,
}: Pick<Evidence, 'browser' | 'openedFrom'>): readonly MessageDescriptor[] {
  const { family, onMac } = browser
  const forBrowser = openedFrom === 'outside' ? FROM_OUTSIDE[family] : AT_HOME[family]
  return [
    ...(forBrowser === undefined ? [] : [forBrowser]),
    // Safari needs no permission of the system (browsers.md rule 16).
    ...(onMac && family !== 'safari' ? [ON_MAC] : []),
  ]
}

/** For a file whose tab Firefox asks about, or asked about and was told no. */
export function stepsForTab(wasDenied: boolean): readonly MessageDescriptor[] {
  return [wasDenied ? FROM_OUTSIDE.firefox : ALLOW_IF_ASKED, NEW_TAB, OWN_PAGE]
}

/** What to allow before anything else is tried; null where no permission is known to be missing. */
export function stepToAllow(evidence: Evidence): MessageDescriptor | null {
  if (isDeniedInTab(evidence)) return FROM_OUTSIDE.firefox
  return evidence.openedFrom === 'outside' || isHeldInTab(evidence) ? ALLOW_IF_ASKED : null
}
