import type { XmlRoot } from './xml.ts'

// Comments and instructions may stand in front of the root and behind it.
// Only four letters are blanks there; a pattern's \s has more.
const BESIDE = /(?:[ \t\r\n]|<!--(?:(?!--)[^])*-->|<\?(?:(?!\?>)[^])*\?>)*/y
const OPENING = /<([A-Za-z_][\w.:-]*)/y
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_][\w.:-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y
const CLOSING = /[ \t\r\n]*(\/?)>/y
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * As `attributesOfXml`, for programs, which have no parser. Nothing inside the root is looked at, but it must end. What
 * declares entities of its own is refused here as well.
 */
export function rootOfXml(text: string): XmlRoot | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern)
    sticky.lastIndex = at
    const found = sticky.exec(text)
    if (found !== null) at += found[0].length
    return found
  }
  next(BESIDE)
  const name = next(OPENING)?.[1]
  if (name === undefined) return null
  const attributes = new Map<string, string>()
  for (let found = next(ATTRIBUTE); found !== null; found = next(ATTRIBUTE)) {
    const [, key = '', inDouble, inSingle = ''] = found
    const value = decoded(inDouble ?? inSingle)
    if (value === null || attributes.has(key)) return null
    attributes.set(key, value)
  }
  const closing = next(CLOSING)
  if (closing === null) return null
  if (closing[1] === '') {
    const end = text.lastIndexOf(`</${name}`)
    if (end < at) return null
    at = end + name.length + 2
    if (next(CLOSING)?.[1] !== '') return null
  }
  next(BESIDE)
  if (at !== text.length) return null
  return { name: name.slice(name.lastIndexOf(':') + 1), attributes: Object.fromEntries(attributes) }
}

const REFERENCE = /&(#\d+|#x[\dA-Fa-f]+|\w+);|&/

/** Null where it refers to something that XML does not know by itself. */
function decoded(value: string): string | null {
  const parts = value.split(REFERENCE)
  // Every second part is a reference, and undefined for an ampersand that begins none.
  const texts = parts.map((part, at) => (at % 2 === 0 ? part : meant(part)))
  return texts.includes(null) ? null : texts.join('')
}

function meant(reference: string | undefined): string | null {
  const digits = /#(x?)(.+)/.exec(reference ?? '')
  if (digits === null) return NAMED[reference ?? ''] ?? null
  const code = Number(`${digits[1] === '' ? '' : '0x'}${digits[2]}`)
  return code <= 0x10_ffff ? String.fromCodePoint(code) : null
}
