/** The help pages that the file holds (contract.md §4). */
export const TOPICS = ['requirement', 'opt-out', 'find-the-file', 'recover', 'tunnel', 'trouble'] as const

export type Topic = (typeof TOPICS)[number]

/** Reads the topic of a help page from the address bar; null for what is none. */
export function parseTopic(text: unknown): Topic | null {
  return TOPICS.find((topic) => topic === text) ?? null
}
