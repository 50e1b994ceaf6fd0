import type { CompiledCatalog } from './compiled-catalogs.ts'
import { packed } from './packed.ts'
import { similarOrder } from './similar-order.ts'

/**
 * All words, as data behind the scripts that read them (`src/i18n/catalogs-in-page.ts`). English comes first, and has the
 * ids for all others, which are lists of messages in the same order: that in which they pack best.
 */
export function wordElements(catalogs: ReadonlyMap<string, CompiledCatalog>): string {
  const english = Object.entries(catalogs.get('en') ?? {})
  const ids = similarOrder(english.map(([, message]) => JSON.stringify(message))).flatMap(
    (place) => english[place]?.[0] ?? [],
  )
  return [...catalogs]
    .map(([language, catalog]) =>
      dataElement(
        `words-${language}`,
        language === 'en'
          ? Object.fromEntries(ids.map((id) => [id, catalog[id]]))
          : packed(ids.map((id) => catalog[id])),
      ),
    )
    .join('\n')
}

/** JSON in ASCII, and without what would end its element. */
export function dataElement(id: string, data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[^\0-\x7f]|</g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<script id="${id}" type="application/json">${json}</script>`
}
