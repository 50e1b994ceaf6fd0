import { unpackJson } from '../lib/unpack-json.ts'
import type { Catalog } from './catalogs.ts'
import { messagesBy } from './messages-by.ts'

/**
 * Reads the words of a language: a list of messages in the order of `ids`, packed. Gives null for anything else, and where
 * a single letter is another one. Never throws.
 */
export function unpackWords(packed: unknown, ids: readonly string[]): Catalog | null {
  return messagesBy(ids, unpackJson(packed))
}
