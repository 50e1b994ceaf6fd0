import { generate } from 'lean-qr/nano'

/** A QR code as squares: how many to a side, and which of them are dark. Outside of it none is. */
export type QrSquares = { readonly size: number; readonly isDark: (x: number, y: number) => boolean }

/** A QR code as squares of one: how many to a side, and a path around the dark ones. */
export type QrCode = { readonly size: number; readonly path: string }

/** Cameras need a margin of so many squares. */
export const QR_MARGIN = 4

/** Makes a QR code of the text, all by itself. Throws for texts beyond some 2,900 characters, which no address here is. */
export function qrSquaresOf(text: string): QrSquares {
  const bitmap = generate(text)
  return { size: bitmap.size, isDark: (x, y) => bitmap.get(x, y) }
}

/** The same as something to draw. */
export function qrCodeOf(text: string): QrCode {
  const { size, isDark } = qrSquaresOf(text)
  const parts: string[] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (isDark(x, y)) parts.push(`M${x} ${y}h1v1h-1z`)
    }
  }
  return { size, path: parts.join('') }
}
