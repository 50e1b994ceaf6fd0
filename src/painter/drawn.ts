/** A picture as data: words, or an element with its name, what it is told, and what is in it. */
export type Drawn = string | DrawnElement
export type DrawnElement = readonly [name: string, told: Readonly<Record<string, string>>, ...inside: Drawn[]]

const SVG = 'http://www.w3.org/2000/svg'
const HTML = 'http://www.w3.org/1999/xhtml'

/** The same as elements. `textOf` gives what stands for words, and `valueOf` what an element is told. */
export function elementOf(
  [name, told, ...inside]: DrawnElement,
  textOf: (words: string) => readonly (Node | string)[],
  valueOf: (value: string) => string,
  within = HTML,
): Element {
  const space = name === 'svg' ? SVG : within
  const element = document.createElementNS(space, name)
  for (const [attribute, value] of Object.entries(told)) element.setAttribute(attribute, valueOf(value))
  for (const each of inside) {
    if (typeof each === 'string') element.append(...textOf(each))
    else element.append(elementOf(each, textOf, valueOf, space))
  }
  return element
}
