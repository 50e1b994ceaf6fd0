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

/** The words that are painted, in languages that the painter does not bring with it; nothing where it has them all. */
export function paintedWordElements(
  catalogs: ReadonlyMap<string, CompiledCatalog>,
  { ids, languages }: { readonly ids: readonly string[]; readonly languages: readonly string[] },
): string {
  return [...catalogs]
    .filter(([language]) => !languages.includes(language))
    .map(([language, catalog]) =>
      dataElement(
        `painted-words-${language}`,
        ids.map((id) => catalog[id]),
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
