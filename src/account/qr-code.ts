import { generate } from 'lean-qr/nano'

/** A QR code as squares of one: how many to a side, and a path around the dark ones. */
export type QrCode = { readonly size: number; readonly path: string }

/** Draws the text as a QR code, all by itself. Throws for texts beyond some 2,900 characters, which no address here is. */
export function qrCodeOf(text: string): QrCode {
  const bitmap = generate(text)
  const parts: string[] = []
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (bitmap.get(x, y)) parts.push(`M${x} ${y}h1v1h-1z`)
    }
  }
  return { size: bitmap.size, path: parts.join('') }
}
