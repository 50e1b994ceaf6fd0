import { APPROVAL_KEY } from './sign-in-page.ts'

/** A page that was opened by the sign-in page has missed its storage event; the approval is then this fresh. */
const FRESH_MS = 60_000

/** The machine identifier in what the sign-in page stored, if it was stored within the last minute. */
export function freshApproval(stored: string | null, now: number): string | null {
  if (stored === null) return null
  try {
    const { machineIdentifier, at } = JSON.parse(stored) as { machineIdentifier?: unknown; at?: unknown }
    if (typeof machineIdentifier !== 'string' || typeof at !== 'number') return null
    return Math.abs(now - at) <= FRESH_MS ? machineIdentifier : null
  } catch {
    return null
  }
}

/** Tells of every approval in another tab of this browser, and of one that was given just before this tab opened. */
export function watchApprovals(tell: (machineIdentifier: string) => void): void {
  const consider = (stored: string | null) => {
    const approved = freshApproval(stored, Date.now())
    if (approved !== null) tell(approved)
  }
  window.addEventListener('storage', (event) => {
    if (event.key === APPROVAL_KEY) consider(event.newValue)
  })
  consider(window.localStorage.getItem(APPROVAL_KEY))
}
