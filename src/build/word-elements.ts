import { deflateSync } from 'node:zlib'
import type { CompiledCatalog } from './compiled-catalogs.ts'

/** All words, as data behind the scripts that read them (`src/i18n/catalogs-in-page.ts`). English comes first. */
export function wordElements(catalogs: ReadonlyMap<string, CompiledCatalog>): string {
  return [...catalogs]
    .map(([language, catalog]) =>
      dataElement(`words-${language}`, language === 'en' ? catalog : packed(Object.values(catalog))),
    )
    .join('\n')
}

/** Messages as `src/i18n/unpack-words.ts` reads them. */
export function packed(messages: readonly unknown[]): string {
  return deflateSync(JSON.stringify(messages), { level: 9 }).toString('base64')
}

/** JSON in ASCII, and without what would end its element. */
export function dataElement(id: string, data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[^\0-\x7f]|</g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<script id="${id}" type="application/json">${json}</script>`
}
