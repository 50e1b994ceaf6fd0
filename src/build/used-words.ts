import { runInNewContext } from 'node:vm'
import type { Plugin } from 'vite'
import type { CompiledCatalog } from './compiled-catalogs.ts'

const CATALOG = /JSON\.parse\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)\)/

/**
 * Leaves of each language's words only those that the script names. What it names is known when it is written, so that a
 * catalog is a name until then. `more` are ids that it reads elsewhere.
 */
export function usedWordsAlone(more: ReadonlySet<string>): Plugin {
  const catalogs = new Map<string, CompiledCatalog>()
  return {
    name: 'used-words-alone',
    enforce: 'post',
    transform(code, id) {
      const [, language] = /\/i18n\/([\w-]+)\.po$/.exec(id.split('?', 1)[0] ?? '') ?? []
      if (language === undefined) return null
      const [, text] = CATALOG.exec(code) ?? []
      if (text === undefined) return this.error(`${id} did not become a catalog`)
      catalogs.set(language, JSON.parse(unquoted(text)) as CompiledCatalog)
      return `export const messages = ${nameOf(language)}`
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const named = new Set([...file.code.matchAll(/["'`]([\w+/]{6})["'`]/g)].map(([, id = '']) => id))
        for (const [language, catalog] of catalogs) {
          const used = Object.entries(catalog).filter(([id]) => named.has(id) || more.has(id))
          const words = JSON.stringify(Object.fromEntries(used))
          file.code = file.code.replaceAll(nameOf(language), () => words)
        }
      }
    },
  }
}

function nameOf(language: string): string {
  return `__WORDS_${language.replace('-', '_').toUpperCase()}__`
}

/** The value of a string literal as the compiler writes it. */
function unquoted(literal: string): string {
  return runInNewContext(literal) as string
}
