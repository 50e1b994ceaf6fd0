/** A place in the page, as it stands behind the number sign. */
export type HashPlace = { readonly pathname: string; readonly search: string }

/** What the app's router reads from `#/help/trouble?at=…`, by the same rules. */
export function placeIn(hash: string): HashPlace {
  const [place = ''] = hash.slice(1).split('#', 1)
  const [pathname = ''] = place.split('?', 1)
  return { pathname, search: place.slice(pathname.length) }
}

/** Does this place ask to open the server (contract.md §4)? As the app's router reads it. */
export function asksToOpen(pathname: string): boolean {
  return /^\/?open\/?$/i.test(pathname)
}

/** What `#/?lang=fr` says of the language to speak, as it stands there; null without one. */
export function languageIn(hash: string): string | null {
  return new URLSearchParams(placeIn(hash).search).get('lang')
}
