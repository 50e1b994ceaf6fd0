/** A place in the page, as it stands behind the number sign. */
export type HashPlace = { readonly pathname: string; readonly search: string }

/** What the app's router reads from `#/help/trouble?at=…`, by the same rules. */
export function placeIn(hash: string): HashPlace {
  const [pathname = '', search] = hash.slice(1).split(/(?=\?)/)
  return { pathname, search: search ?? '' }
}
