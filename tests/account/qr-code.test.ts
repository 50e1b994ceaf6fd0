import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { qrCodeOf, type QrCode } from '../../src/account/qr-code.ts'
import { signInLinkFor } from '../../src/account/sign-in-link.ts'
import { ATTIC } from '../server/said.ts'

const PIXELS = 6
const MARGIN = 4

/** The picture as a camera sees it: dark squares on light, a margin around them. */
function photographed({ size, path }: QrCode): { width: number; height: number; data: Uint8Array } {
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
  return { width: side, height: side, data }
}

describe('the QR code', () => {
  it.each([
    ['without a PIN', signInLinkFor(ATTIC, null, null, 0).href],
    ['with one', signInLinkFor(ATTIC, { code: 'abcde12345abcde12345abcde', expiresAtMs: 1 }, null, 0).href],
  ])('of the sign-in address %s says exactly that address', (_, href) => {
    expect(decodeQR(photographed(qrCodeOf(href)))).toBe(href)
  })
})
