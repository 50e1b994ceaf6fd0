import { readSquares } from '../../account/photograph.ts'

/** Which halves of a character are in the colour of letters: the upper and the lower one. */
const HALVES: Readonly<Record<string, readonly [upper: boolean, lower: boolean]>> = {
  ' ': [false, false],
  '▀': [true, false],
  '▄': [false, true],
  '█': [true, true],
}
// oxlint-disable-next-line no-control-regex -- terminals are told colours by it
const COLOURED_LINE = /\x1b\[30;107m([ ▀▄█]+)\x1b\[0m/g

/** The lines of black on white in what a terminal was sent. */
export function colouredLinesOf(printed: string): readonly string[] {
  return [...printed.matchAll(COLOURED_LINE)].map(([, line = '']) => line)
}

/** What a camera reads on the screen of a terminal that was sent this. */
export function readOffTerminal(printed: string): string {
  const lines = colouredLinesOf(printed)
  return readSquares(lines[0]?.length ?? 0, (x, y) => {
    const halves = HALVES[lines[Math.floor(y / 2)]?.[x] ?? ' ']
    return halves?.[y % 2] ?? false
  })
}
