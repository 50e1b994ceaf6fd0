import type { Plugin, Rolldown } from 'vite'
import { asciiOf } from './classic-script.ts'
import { learnedWords } from './complaints-plugin.ts'
import { compiledCatalogs, type CompiledCatalog } from './compiled-catalogs.ts'
import { buildFirstLook } from './first-look-script.ts'
import { buildPainter, type PaintedPage } from './painter-script.ts'
import { packed } from './packed.ts'
import { dataElement, wordElements } from './word-elements.ts'

const PAINTER = '<meta name="painter-goes-here" />'
/** There is a place to paint into, and styles to paint with. */
const PAINT = "dispatchEvent(new Event('setup-plex:paint'))"
const COMMENT_LINES = /^[ \t]*\/\/ .*\n/gm
const APP = /\n?[ \t]*<script type="module"[^>]*>([^]*?)<\/script>/

/**
 * Turns the page round (docs/decisions/0018): pictures and the script that fills them in come first. The app and the
 * first look, which stands in for it, wait behind them as text. Stands behind whatever moves the scripts into the page.
 */
export function paintedFirst(): Plugin & { readonly chunks: () => readonly Rolldown.OutputChunk[] } {
  let firstLook: Rolldown.OutputChunk
  let front: PaintedPage
  let catalogs: ReadonlyMap<string, CompiledCatalog>
  return {
    chunks: () => [firstLook, front.painter],
    name: 'painted-first',
    apply: 'build',
    enforce: 'post',
    async buildStart() {
      // One after the other: both set the environment for their time.
      firstLook = await buildFirstLook()
      front = await buildPainter()
      catalogs = await compiledCatalogs()
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          const html = String(file.source)
          const [whole = '', app] = APP.exec(html) ?? []
          if (app === undefined) return this.error(`${file.fileName} has no app in it`)
          file.source = html
            .replace(whole, '')
            // They explain the source; everybody would wait for them.
            .replace(COMMENT_LINES, '')
            .replace(PAINTER, () => `<script id="painter">${asciiOf(front.painter.code)}</script>`)
            .replace(
              '<div id="root"></div>',
              (place) => `${place}\n${dataElement('pictures', front.pictures)}\n<script>${PAINT}</script>`,
            )
            .replace('</body>', (end) =>
              [
                waiting('app', app),
                waiting('first-look', firstLook.code),
                wordElements(catalogs),
                dataElement('learned', packed(learnedWords())),
                // What paints may wait for words, and is told when they are there.
                `<script>${PAINT}</script>`,
                end,
              ].join('\n'),
            )
        }
      },
    },
  }
}

function waiting(id: string, script: string): string {
  return `<script id="${id}" type="text/plain">${asciiOf(script)}</script>`
}
