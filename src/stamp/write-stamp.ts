const EMPTY = '<script id="setup-stamp" type="application/json">{}</script>'
const TAG_END = '{}</script>'

/** JSON that no HTML parser can mistake for anything else. */
function safeJson(stamp: object): string {
  return JSON.stringify(stamp).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The built page with its empty stamp filled. Throws unless the page has exactly one empty stamp. */
export function stampedPage(html: string, stamp: object): string {
  const places = html.split(EMPTY).length - 1
  if (places !== 1) throw new Error(`a page has one empty stamp, this one has ${places}`)
  // A function, because "$" means something in a replacement text.
  return html.replace(EMPTY, () => EMPTY.replace(TAG_END, () => `${safeJson(stamp)}</script>`))
}
