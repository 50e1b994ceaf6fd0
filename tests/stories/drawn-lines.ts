/** Each library numbers in its own way; the names of classes are compared in tests/build/artifact.test.ts. */
const NUMBERED = new Set(['id', 'for', 'aria-labelledby', 'aria-describedby', 'class'])
/** Told by an attribute in markup, and by the element itself to a script. */
const TOLD_OTHERWISE = new Set(['selected'])

/** A page as lines: elements with what they are told, and words. */
export function linesOf(element: Element): readonly string[] {
  const attributes = [...element.attributes]
    .filter(({ name, value }) => !NUMBERED.has(name) && !(name === 'spellcheck' && value === 'false'))
    .filter(({ name }) => !TOLD_OTHERWISE.has(name))
    .map(({ name, value }) => `${name}=${value}`)
    .concat(element instanceof HTMLSelectElement ? [`chosen: ${element.value}`] : [])
    .sort()
  const inside = [...element.childNodes].flatMap((node) => {
    if (node instanceof Element) return linesOf(node)
    return node.nodeType === Node.TEXT_NODE && node.textContent !== '' ? [`"${node.textContent}"`] : []
  })
  return [`<${element.tagName.toLowerCase()} ${attributes.join(' ')}>`, ...joined(inside)]
}

/** Where words are cut into pieces of text is nobody's business. */
function joined(lines: readonly string[]): readonly string[] {
  return lines.reduce<string[]>((all, line) => {
    const last = all.at(-1)
    if (line.startsWith('"') && last?.startsWith('"') === true) {
      return [...all.slice(0, -1), `${last.slice(0, -1)}${line.slice(1)}`]
    }
    return [...all, line]
  }, [])
}
