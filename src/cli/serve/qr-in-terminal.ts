import { QR_MARGIN, qrSquaresOf } from '../../account/qr-code.ts'

// Black on white whatever colours the terminal has: many cameras read it in no other way.
const BLACK_ON_WHITE = '\x1b[30;107m'
const AS_BEFORE = '\x1b[0m'

/** The text as a QR code in lines, each character of which is two squares; null where the lines are longer than `columns`. */
export function qrInTerminal(text: string, columns: number): string | null {
  const { size, isDark } = qrSquaresOf(text)
  const side = size + 2 * QR_MARGIN
  if (side > columns) return null
  const characterAt = (x: number, y: number): string => {
    const [upper, lower] = [isDark(x, y), isDark(x, y + 1)]
    if (upper) return lower ? '█' : '▀'
    return lower ? '▄' : ' '
  }
  const places = Array.from({ length: side }, (_, place) => place - QR_MARGIN)
  return places
    .filter((_, row) => row % 2 === 0)
    .map((y) => `${BLACK_ON_WHITE}${places.map((x) => characterAt(x, y)).join('')}${AS_BEFORE}`)
    .join('\n')
}
