import { describe, expect, it } from 'vitest'
import { qrCodeOf } from '../../src/account/qr-code.ts'
import { signInLinkFor } from '../../src/account/sign-in-link.ts'
import { ATTIC } from '../../src/gallery/said.ts'
import { readByCamera } from './photograph.ts'

describe('the QR code', () => {
  it.each([
    ['without a PIN', signInLinkFor(ATTIC, null, null, 0).href],
    ['with one', signInLinkFor(ATTIC, { code: 'abcde12345abcde12345abcde', expiresAtMs: 1 }, null, 0).href],
  ])('of the sign-in address %s says exactly that address', (_, href) => {
    expect(readByCamera(qrCodeOf(href))).toBe(href)
  })
})
