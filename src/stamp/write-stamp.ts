import { EMPTY_ELEMENT, LONGEST_STAMP, readStamp, type StampValue } from './format.ts'

const TAG_END = '{}</script>'

/** JSON that no HTML parser can mistake for anything else. */
function safeJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * The built page with its empty stamp filled. Throws a `TypeError` that names every part which the page could not read
 * back. Throws an `Error` unless the page has exactly one empty stamp.
 */
export function stampedPage(html: string, value: StampValue): string {
  const { unreadable } = readStamp(value)
  if (unreadable.length > 0) throw new TypeError(`a stamp can't say this: ${unreadable.join(', ')}`)
  if (safeJson(value).length > LONGEST_STAMP) throw new TypeError("a stamp can't say this: it is too long")
  return filledPage(html, value)
}

/** The same with any JSON in it, whether the page can read that or not. Harmless all the same. */
export function filledPage(html: string, value: object): string {
  const places = html.split(EMPTY_ELEMENT).length - 1
  if (places !== 1) throw new Error(`a page has one empty stamp, this one has ${places}`)
  // A function, because "$" means something in a replacement text.
  return html.replace(EMPTY_ELEMENT, () =>
    EMPTY_ELEMENT.replace(TAG_END, () => `${safeJson(value)}</script>`),
  )
}
