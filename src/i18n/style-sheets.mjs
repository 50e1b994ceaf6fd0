// What docs/languages settles for a language, as far as a machine can hold its catalog to it.
import { readFile } from 'node:fs/promises'

/** English words that have one word in each language, and how they stand in a message. */
export const TERMS = {
  server: /\bservers?\b/i,
  linked: /\blinked\b/i,
  'Plex account': /\bPlex account/i,
  'claim code': /\bclaim codes?\b/i,
  'sign in': /(?<!% )\bsign(?:s|ed|ing)?[ -]in\b/i,
  'sign out': /\bsign(?:s|ed)? out\b/i,
  address: /\baddress(?:es)?\b/i,
  identifier: /\bidentifiers?\b/i,
  'home network': /\bhome network/i,
  network: /\bnetworks?\b/i,
  tunnel: /\btunnel/i,
  router: /\brouters?\b/i,
  browser: /\bbrowsers?\b/i,
  'check again': /\bcheck again\b/i,
  'this device': /\bthis device\b/i,
  'this page': /\bthis page\b/i,
  library: /\blibrar(?:y|ies)\b/i,
}

/** Names in other programs keep their own words. */
const NAMES = /“[^”]*”|Plex Media Server/g
const patternsOf = (list, separator) => list.split(separator).map((each) => new RegExp(each.trim(), 'iu'))

/** Words that all translations of a term share a part of, and patterns that none matches. */
export function parseStyleSheet(text) {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  const [, never = ''] = /^\*\*Never\.\*\* (.*)$/m.exec(text) ?? []
  const [, marks = ''] = /\*\*Quotation marks\.\*\* (.*?)\. \*\*/.exec(text) ?? []
  return {
    marks: marks.replace(/\s/g, ''),
    terms: new Map(
      rows
        .filter(([, english]) => Object.hasOwn(TERMS, english))
        .map(([, english, , stems]) => [english, patternsOf(stems.replaceAll('\\|', '|'), ',')]),
    ),
    never: [...never.matchAll(/`([^`]+)`/g)].map(([, pattern]) => new RegExp(pattern, 'iu')),
  }
}

/** The sheet of a language; null where it has none. */
export async function readStyleSheet(locale) {
  const text = await readFile(`docs/languages/${locale}.md`, 'utf8').catch(() => null)
  return text === null ? null : parseStyleSheet(text)
}

/** Where a translation does not keep to the words of its language. */
export function sheetFaultsOf(english, translation, { terms, never }) {
  const source = english.replace(NAMES, '')
  return [
    ...[...terms]
      .filter(([term, stems]) => TERMS[term].test(source) && !stems.some((stem) => stem.test(translation)))
      .map(([term]) => `says "${term}" in other words than docs/languages`),
    ...never
      .filter((pattern) => pattern.test(translation))
      .map((pattern) => `has what docs/languages rules out: ${pattern.source}`),
  ]
}
