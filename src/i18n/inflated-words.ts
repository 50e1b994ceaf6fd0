import { bytesIn } from '../lib/bytes-in.ts'
import { parseJson } from '../lib/json.ts'
import { textIn } from '../lib/text-in.ts'
import type { Catalog } from './catalogs.ts'
import { messagesBy } from './messages-by.ts'

/**
 * Reads the same as unpackWords by what the browser has for it, beside the page's scripts and in no kilobytes. Gives null for
 * anything else, and in browsers that lack it (before Chromium 80, Firefox 113 and Safari 16.4). Never throws.
 */
export async function inflatedWords(packed: unknown, ids: readonly string[]): Promise<Catalog | null> {
  if (typeof packed !== 'string' || !('DecompressionStream' in window)) return null
  try {
    const { body } = new Response(bytesIn(packed))
    if (body === null) return null
    const text = await new Response(body.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer()
    return messagesBy(ids, parseJson(textIn(new Uint8Array(text))))
  } catch {
    return null
  }
}
