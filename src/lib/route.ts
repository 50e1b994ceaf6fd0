import { useSyncExternalStore } from 'react'

/** What the hash of the address says: `#/help/recover`, `#/?at=…`. Anything that is no route is the start. */
export type Route = { readonly path: string; readonly parameters: URLSearchParams }

/** Reads the hash, with its `#` or without. Never throws: the address bar holds whatever people type. */
export function parseRoute(hash: string): Route {
  const [, path = '/', query = ''] = /^#?(\/[^?]*)(?:\?(.*))?$/.exec(hash) ?? []
  return { path, parameters: new URLSearchParams(query) }
}

/** The page goes there, and back again by the browser's button. Files know no other routes (browsers.md rule 11). */
export function goTo(path: string): void {
  window.location.hash = path
}

/** Where the page is, as a fact. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash))
}

// A script may change the hash without an event for it; the next render reads anew.
function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}
