/** Nobody types more; what is longer was pasted. */
const TYPED_UP_TO = 400
/** What tells what went wrong stands at the beginning of what was pasted, or at its end. */
const PIECES = 40
const PIECE = 300

/** Was this pasted, and not written? */
export function isPasted(text: string): boolean {
  return text.length > TYPED_UP_TO
}

/** What is read as the words of a person: all of it, or what was pasted line by line, its middle left out. */
export function piecesOf(text: string): readonly string[] {
  if (!isPasted(text)) return [text]
  const edge = PIECES * PIECE
  const ends = text.length > 2 * edge ? `${text.slice(0, edge)}\n${text.slice(-edge)}` : text
  const lines = ends.match(/[^\r\n]{1,300}/g) ?? []
  return lines.length <= 2 * PIECES ? lines : [...lines.slice(0, PIECES), ...lines.slice(-PIECES)]
}
