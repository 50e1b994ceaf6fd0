import { decodeQR } from 'qr/decode.js'

const PIXELS = 6
const MARGIN = 4

/** What a camera reads in a QR code that is drawn as squares of one: dark on light, a margin around them. */
export function readByCamera({ size, path }: { readonly size: number; readonly path: string }): string {
  const dark = new Set([...path.matchAll(/M(\d+ \d+)h1v1h-1z/g)].map(([, at]) => at))
  return readSquares(size + 2 * MARGIN, (x, y) => dark.has(`${x - MARGIN} ${y - MARGIN}`))
}

/** What a camera reads in a field of squares, so many to a side, of which these are dark. */
export function readSquares(side: number, isDark: (x: number, y: number) => boolean): string {
  const pixels = side * PIXELS
  const data = new Uint8Array(pixels * pixels * 4).fill(255)
  for (let y = 0; y < pixels; y += 1) {
    for (let x = 0; x < pixels; x += 1) {
      const at = (y * pixels + x) * 4
      if (isDark(Math.floor(x / PIXELS), Math.floor(y / PIXELS))) data.fill(0, at, at + 3)
    }
  }
  return decodeQR({ width: pixels, height: pixels, data })
}
