import type { ErrorText, Speaks } from './error-text.ts'

/** After a number, these make it one that counts. */
const COUNTED = [
  'kb',
  'mb',
  'gb',
  'tb',
  'ms',
  'movies',
  'films',
  'filme',
  'shows',
  'serien',
  'folgen',
  'episodes',
]

/** What pages and programs say with a number. Between them and the words of a page, only a blank. */
export const HTTP_STATUSES: readonly ErrorText[] = [
  status('429', /too many requests|rate limit exceeded/, { 'account-out-of-reach': 9, 'code-spent': 4 }),
  status('422', /unprocessable entity/, { 'account-out-of-reach': 8 }),
  status('502', /bad gateway|error code:? 52\d|host error 52\d/, { 'not-running': 9, 'broken-route': 4 }),
  status('504', /gateway time-?out/, { 'not-running': 9, 'broken-route': 4 }),
  status('503', /service (?:temporarily |is )?unavailable|no available server|no server is available/, {
    'not-running': 8,
    'damaged-database': 6,
  }),
  status('500', /internal server error|interner serverfehler/, {
    'account-out-of-reach': 6,
    'damaged-database': 4.5,
    'not-running': 4,
  }),
  status('401', /401 unauthorized/, { revoked: 5, 'another-account': 4.7, 'not-local': 4.6 }),
  status('403', /<h1>forbidden|403 forbidden/, { 'not-local': 5, revoked: 4.9, 'another-account': 4.8 }),
  status('404', /404 (?:page )?not found/, { 'not-running': 6 }),
]

/** A number that a program calls a status, or the words that pages have for it. */
function status(code: string, words: RegExp, speaks: Speaks): ErrorText {
  const called = `(?:http(?:/\\d(?:\\.\\d)?)?|status|code|error|fehler|returned)(?: code| error| status)?[ :=("]{0,3}${code}\\b`
  return {
    name: `HTTP ${code}`,
    says: new RegExp(`${called}|${words.source}`),
    typed: new RegExp(`\\b${code}\\b(?! ?(?:${COUNTED.join('|')})\\b)`),
    speaks,
  }
}
