import { JSDOM } from 'jsdom'
import type { Plugin, Rolldown } from 'vite'
import { catalogsFrom } from './catalogs-from.ts'
import { classicScript } from './classic-script.ts'
import { drawPictures } from './draw-pictures.ts'
import { usedWordsAlone } from './used-words.ts'

// It brings no types.
const Reader = JSDOM as unknown as new (html: string) => { readonly window: Window }

export type PaintedPage = {
  /** The pictures by name, as data (`src/painter/drawn.ts`). */
  readonly pictures: Readonly<Record<string, unknown>>
  readonly painter: Rolldown.OutputChunk
}

/** Draws the pictures, and builds the script that fills them in, with the words that are in them. */
export async function buildPainter(more: readonly Plugin[] = []): Promise<PaintedPage> {
  const drawn = Object.entries(await drawPictures(more))
  const words = new Set(
    drawn.flatMap(([, markup]) => [...markup.matchAll(/\[\[#(.{6})/g)].map(([, id = '']) => id)),
  )
  const painter = await classicScript('src/painter/painter.ts', {
    xmlPolicy: 'painter-xml',
    drawsBy: 'nothing',
    plugins: [...more, catalogsFrom('catalogs-in-front'), usedWordsAlone(words)],
  })
  return {
    pictures: Object.fromEntries(drawn.map(([name, markup]) => [name, dataOf(markup)])),
    painter,
  }
}

/** Of markup with one element around all of it. */
function dataOf(markup: string): unknown {
  const element = new Reader(markup).window.document.body.firstElementChild
  return element === null ? '' : elementData(element)
}

function elementData(element: Element): unknown {
  const told = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
  const inside = [...element.childNodes].map((node) =>
    node.nodeType === node.ELEMENT_NODE ? elementData(node as Element) : (node.nodeValue ?? ''),
  )
  return [element.localName, told, ...inside]
}
