import { parseJson } from '../lib/json.ts'
import { bytesIn } from './bytes-in.ts'
import type { Catalog } from './catalogs.ts'
import { messagesBy } from './messages-by.ts'

/**
 * Reads the same as unpackWords by what the browser has for it, beside the page's scripts and in no kilobytes. Gives null for
 * anything else, and in browsers that lack it (before Chromium 80, Firefox 113 and Safari 16.4). Never throws.
 */
export async function inflatedWords(packed: unknown, ids: readonly string[]): Promise<Catalog | null> {
  if (typeof packed !== 'string' || !('DecompressionStream' in window)) return null
  try {
    const { body } = new Response(bytesIn(atob(packed)))
    if (body === null) return null
    const text = await new Response(body.pipeThrough(new DecompressionStream('deflate'))).text()
    return messagesBy(ids, parseJson(text))
  } catch {
    return null
  }
}
