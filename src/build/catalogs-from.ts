import type { Plugin } from 'vite'

const CATALOGS = '/src/i18n/catalogs.ts'

/** Where built scripts find their words: in elements of the page, or a few of them in the script itself. */
export function catalogsFrom(module: 'catalogs-in-page' | 'catalogs-in-front'): Plugin {
  return {
    name: 'catalogs-from',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id.endsWith(CATALOGS) ? `export { wordsOf } from './${module}.ts'` : null),
  }
}
