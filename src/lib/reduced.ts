const WORD = /[^\s"'`“”„(){}<>,;=|&]+/g
const WHOLE_ADDRESS = /[a-z][a-z\d+.-]*:\/\/.*$/i
const CLAIM_CODE = /claim-[\w-]*/gi
const PATH = /^([a-z]:\\|\\\\|\/).+/i
const IPV4 = /\b(\d{1,3}\.){3}\d{1,3}\b(:\d+)?/g
const IPV6 = /^\[?(?=[\da-f:.]*:[\da-f:.]*:)[\da-f:.]+(%\w+)?\]?(:\d+)?$/i
const IDENTIFIER = /\b[\da-f]{32,64}\b/gi
/** As those of the account service: long, and mixed. Names in a program have no digits, or are shorter. */
const TOKEN = /^(?=.*\d)(?=.*[a-z])[\w-]{20,}$/i
const MAIL = /@[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u
/** A name with dots that ends as names of computers do; or any name with a port; maybe with a path. */
const HOST = /^([\p{L}\d_-]+(\.[\p{L}\d_-]+)*\.\p{L}{2,}(:\d+)?|[\p{L}][\p{L}\d_-]*:\d{2,5})(\/.*)?$/u
/** Where a name with dots is a part of the program: a line of a stack, or what engines say about it. */
const BEFORE_PROGRAM = /(^|\n)\s*at (new |async )?$|\(evaluating '$/
const AFTER_PROGRAM = /^['"]? is (not |undefined|null)/

/**
 * A text without what gives somebody away: addresses, names of computers, paths, codes, and of identifiers all but the
 * last six characters. A name without dot or port looks like any word, and stays. Pure.
 */
export function reduced(text: string): string {
  return text.replace(WORD, (word, at: number) => {
    const [, core = '', end = ''] = /^(.*?)([.:!?]*)$/.exec(word) ?? []
    const isProgram = (): boolean =>
      BEFORE_PROGRAM.test(text.slice(0, at)) || AFTER_PROGRAM.test(text.slice(at + word.length))
    return reducedWord(core, isProgram) + end
  })
}

function reducedWord(word: string, isProgram: () => boolean): string {
  if (WHOLE_ADDRESS.test(word)) return word.replace(WHOLE_ADDRESS, '(address)')
  if (PATH.test(word)) return '(path)'
  if (IPV6.test(word)) return '(address)'
  if (MAIL.test(word)) return '(name)'
  if (HOST.test(word) && !isProgram()) return '(name)'
  const left = word
    .replace(CLAIM_CODE, '(code)')
    .replace(IPV4, '(address)')
    .replace(IDENTIFIER, (identifier) => `…${identifier.slice(-6)}`)
  return TOKEN.test(left) ? '(code)' : left
}
