import type { Plugin, Rolldown } from 'vite'
import { buildFirstLook } from './first-look-script.ts'

/**
 * Puts the first look behind everything else in the page, as text that waits (docs/decisions/0015). Stands behind
 * whatever moves the scripts into the page.
 */
export function firstLookInPage(): Plugin & { readonly chunk: () => Rolldown.OutputChunk } {
  let firstLook: Rolldown.OutputChunk
  return {
    chunk: () => firstLook,
    name: 'first-look-in-page',
    apply: 'build',
    enforce: 'post',
    async buildStart() {
      firstLook = await buildFirstLook()
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          const script = `<script id="first-look" type="text/plain">${asciiOf(firstLook.code)}</script>`
          file.source = String(file.source).replace(/<\/body>/, () => `${script}\n</body>`)
        }
      },
    },
  }
}

/** The same program in letters that a browser reads in half the time, and without what would end its element. */
function asciiOf(script: string): string {
  return script
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/<(?=\/script|!--)/gi, '\\x3C')
}
