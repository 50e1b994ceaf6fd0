import { JSDOM } from 'jsdom'
import type { Rolldown } from 'vite'
import { classicScript } from './classic-script.ts'
import { drawPictures } from './draw-pictures.ts'

// It brings no types.
const Reader = JSDOM as unknown as new (html: string) => { readonly window: Window }

export type PaintedPage = {
  /** The pictures by name, as data in JSON (`src/painter/drawn.ts`). */
  readonly pictures: string
  readonly painter: Rolldown.OutputChunk
}

/** Draws the pictures, and builds the script that fills them in, with the words that are in them. */
export async function buildPainter(): Promise<PaintedPage> {
  const drawn = Object.entries(await drawPictures())
  const words = new Set(
    drawn.flatMap(([, markup]) => [...markup.matchAll(/\[\[#(.{6})/g)].map(([, id = '']) => id)),
  )
  return {
    pictures: JSON.stringify(Object.fromEntries(drawn.map(([name, markup]) => [name, dataOf(markup)]))),
    painter: await classicScript('src/painter/painter.ts', {
      xmlPolicy: 'painter-xml',
      drawsBy: 'nothing',
      words,
    }),
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
