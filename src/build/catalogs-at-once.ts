import type { Plugin } from 'vite'
import { compiledCatalogs, type CompiledCatalog } from './compiled-catalogs.ts'

const CATALOG = /\/src\/i18n\/([\w-]+)\.po$/

/**
 * Compiles the catalogs for development and tests. Lingui's own plugin takes longer for each than this for all, which
 * nobody wants to wait for in twenty-six languages.
 */
export function catalogsAtOnce(): Plugin {
  let all: Promise<ReadonlyMap<string, CompiledCatalog>> | null = null
  return {
    name: 'catalogs-at-once',
    enforce: 'pre',
    async load(id) {
      const [, language = ''] = CATALOG.exec(id) ?? []
      if (language === '') return null
      all ??= compiledCatalogs()
      const catalog = (await all).get(language)
      return catalog === undefined ? null : `export const messages = ${JSON.stringify(catalog)}`
    },
    handleHotUpdate: ({ file }) => {
      if (CATALOG.test(file)) all = null
    },
  }
}
