/** The help pages that the file holds (contract.md §4). */
export const TOPICS = ['requirement', 'opt-out', 'find-the-file', 'recover', 'tunnel', 'trouble'] as const

export type Topic = (typeof TOPICS)[number]

/** Reads the topic of a route's path; null for a path that is no help page. */
export function parseTopic(path: string): Topic | null {
  return TOPICS.find((topic) => path === `/help/${topic}`) ?? null
}

/** The link to a help page, which keeps what the route was about. */
export function linkToHelp(topic: Topic, parameters: URLSearchParams): string {
  const query = parameters.toString()
  return `#/help/${topic}${query === '' ? '' : `?${query}`}`
}
