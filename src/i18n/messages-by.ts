import type { Catalog } from './catalogs.ts'

/** A list of messages in the order of these ids, by them; null for anything else. */
export function messagesBy(ids: readonly string[], list: unknown): Catalog | null {
  if (!Array.isArray(list) || list.length !== ids.length) return null
  return Object.fromEntries(ids.map((id, place) => [id, list[place] as Catalog[string]]))
}
