/** Nobody describes trouble in more; pastes come in pieces (paste.ts). */
const READ_UP_TO = 400

/** What is put before a vowel in French and Italian: l'adresse, qu'il, dell'account. */
const ELIDED = /\b(?:[cdjlmnst]|qu|jusqu|un|quest|(?:d|n)?ell|[ads]?all|sull)'(?=[aeiouhy])/g

/**
 * The words of a text in small ASCII letters. An umlaut and the two letters for it become one, and so do the ways to
 * write "can't". Takes what is typed, what it is compared with, and what the model learns from.
 */
export function foldedWords(text: string): readonly string[] {
  return text
    .slice(0, READ_UP_TO)
    .toLowerCase()
    .replace(/[’´`]/g, "'")
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(ELIDED, '')
    .replace(/([aou])e/g, '$1')
    .replace(/\b(?:can'?t|can ?not|unabl\w*)\b/g, 'cannot')
    .replace(/(\w)'(\w)/g, '$1$2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
