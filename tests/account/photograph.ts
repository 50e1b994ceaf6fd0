import { decodeQR } from 'qr/decode.js'

const PIXELS = 6
const MARGIN = 4

/** What a camera reads in a QR code that is drawn as squares of one: dark on light, a margin around them. */
export function readByCamera({ size, path }: { readonly size: number; readonly path: string }): string {
  const side = (size + 2 * MARGIN) * PIXELS
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < PIXELS; row += 1) {
      for (let column = 0; column < PIXELS; column += 1) {
        const at = (((Number(y) + MARGIN) * PIXELS + row) * side + (Number(x) + MARGIN) * PIXELS + column) * 4
        data.fill(0, at, at + 3)
      }
    }
  }
  return decodeQR({ width: side, height: side, data })
}
