import type { Package } from './bundled-packages.ts'

const TITLE = /^[#(\s]*[\w .-]*licen[cs]e\b[^:.]*$/i
const OWNER = /^(copyright\b|\(c\)|\u00a9)/i

/** What must stand with the code of these packages. A licence that several share stands once, after their names. */
export function noticesOf(packages: readonly Package[]): string {
  const texts = new Map<string, { readonly license: string; readonly owned: Map<string, string[]> }>()
  for (const { name, version, license, text } of packages) {
    const { owners, terms } = partsOf(text)
    const { owned } = texts.get(terms) ?? { owned: new Map<string, string[]>() }
    owned.set(owners, [...(owned.get(owners) ?? []), `${name} ${version}`])
    texts.set(terms, { license, owned })
  }
  const sections = [...texts].map(([terms, { license, owned }]) => {
    const names = [...owned].map(([owners, named]) => `- ${named.join(', ')}${owners && `: ${owners}`}`)
    return [`${license} licence, for`, ...names, '', terms].join('\n')
  })
  return ['Licences of this program and of the code by others in it.', ...sections].join('\n\n')
}

/** Who holds the rights, from the head of a licence text, and the terms below it without their line breaks. */
function partsOf(text: string): { readonly owners: string; readonly terms: string } {
  const lines = text.split('\n').map((line) => line.trim())
  const first = lines.findIndex((line) => line !== '' && !TITLE.test(line) && !OWNER.test(line))
  const paragraphs = lines
    .slice(first)
    .join('\n')
    .trim()
    .split(/\n{2,}/)
  return {
    owners: lines
      .slice(0, first)
      .filter((line) => OWNER.test(line))
      .join('; '),
    terms: paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ')).join('\n'),
  }
}

/**
 * An HTML comment of this text. Nothing in it can end the comment, or look like an element to a reader without a
 * parser. It is ASCII, which a browser reads in half the time.
 */
export function commentOf(text: string): string {
  const harmless = text.replace(
    /[<>]|-(?=-)|[^\n -~]/gu,
    (character) => `&#${character.codePointAt(0) ?? 0};`,
  )
  return `<!--\n${harmless}\n-->\n`
}
