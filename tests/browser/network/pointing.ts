/** What people point with: a mouse, or nothing at all, as on a television that is moved about in by arrow keys. */
export type Pointing = 'mouse' | 'nothing'

/** Blink's own numbers for hovering, and for how exact a pointer is. */
const NUMBERS: Readonly<Record<Pointing, readonly [hover: number, pointer: number]>> = {
  mouse: [2, 4],
  nothing: [1, 1],
}

/** Makes any Chromium believe in it, whatever is plugged into the computer that runs it, from the first page on. */
export function pointingBy(pointing: Pointing): string {
  const [hover, pointer] = NUMBERS[pointing]
  const kinds = [
    ['HoverType', 'HoverTypes', hover],
    ['PointerType', 'PointerTypes', pointer],
  ] as const
  const settings = kinds.map(([one, all, number]) => `primary${one}=${number},available${all}=${number}`)
  return `--blink-settings=${settings.join(',')}`
}
