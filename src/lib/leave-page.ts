/** Leaves the page for good: who goes back from there comes to where they were before it. */
export function leaveForGood(href: string): void {
  window.location.replace(href)
}

/** Leaves the page, which stays in the browser's history. */
export function leaveTo(href: string): void {
  window.location.assign(href)
}
