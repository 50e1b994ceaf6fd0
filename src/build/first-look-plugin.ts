import type { Plugin, Rolldown } from 'vite'
import { asciiOf } from './classic-script.ts'
import { buildFirstLook } from './first-look-script.ts'
import { buildPainter, type PaintedPage } from './painter-script.ts'

const PAINTER = '<meta name="painter-goes-here" />'
/** There is a place to paint into, and styles to paint with. */
const PAINT = "dispatchEvent(new Event('setup-plex:paint'))"
const APP = /\n?[ \t]*<script type="module"[^>]*>([^]*?)<\/script>/

/**
 * Turns the page round (docs/decisions/0018): pictures and the script that fills them in come first. The app and the
 * first look, which stands in for it, wait behind them as text. Stands behind whatever moves the scripts into the page.
 */
export function paintedFirst(): Plugin & { readonly chunks: () => readonly Rolldown.OutputChunk[] } {
  let firstLook: Rolldown.OutputChunk
  let front: PaintedPage
  return {
    chunks: () => [firstLook, front.painter],
    name: 'painted-first',
    apply: 'build',
    enforce: 'post',
    async buildStart() {
      // One after the other: both set the environment for their time.
      firstLook = await buildFirstLook()
      front = await buildPainter()
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
            .replace(PAINTER, () => `<script id="painter">${asciiOf(front.painter.code)}</script>`)
            .replace(
              '<div id="root"></div>',
              (place) =>
                `${place}\n<script id="pictures" type="application/json">${inElement(front.pictures)}</script>\n<script>${PAINT}</script>`,
            )
            .replace(
              '</body>',
              (end) => `${waiting('app', app)}\n${waiting('first-look', firstLook.code)}\n${end}`,
            )
        }
      },
    },
  }
}

function waiting(id: string, script: string): string {
  return `<script id="${id}" type="text/plain">${asciiOf(script)}</script>`
}

/** JSON in ASCII, and without what would end its element. */
function inElement(json: string): string {
  return json.replace(/[^\0-\x7f]|</g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
