const SUPPORT = 'https://support.plex.tv/articles/'

/** A support article by its path. Nothing that the page reads ever becomes such a link (contract.md §3). */
export function supportLink(path: string): string {
  return `${SUPPORT}${path}/`
}
