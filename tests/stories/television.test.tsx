import { within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import { readByCamera } from '../account/photograph.ts'
import { drawnByTheApp, wizardOf } from './drawn-by-the-app.tsx'

const FOR_WHOM = /This links the server .+, whose identifier ends in .+ Only continue if you started this\./

function drawn(name: 'unclaimed' | 'confirming', fromAfar: boolean) {
  const page = drawnByTheApp(wizardOf({ ...EVERY_SCREEN[name], fromAfar }, { withoutApp: false }), 'en')
  return within(page as HTMLElement)
}

describe.each(['unclaimed', 'confirming'] as const)('on the screen "%s"', (name) => {
  test('of a television, the sign-in address stands there for a camera, and for whom it is', () => {
    const page = drawn(name, true)
    const image = page.getByRole('img', { name: 'QR code of the sign-in address' })
    expect(image).toBeVisible()
    expect(page.getByText(FOR_WHOM)).toBeVisible()
    const path = image.querySelector('path')?.getAttribute('d') ?? ''
    const size = Number(image.getAttribute('viewBox')?.split(' ')[2]) - 8
    const link = page.getByRole('link', { name: /sign.in/i })
    expect(readByCamera({ size, path })).toBe(link.getAttribute('href'))
    expect(page.queryByText('Sign in on another device')).toBeNull()
  })

  test('elsewhere nobody is shown a code unasked', () => {
    const page = drawn(name, false)
    expect(page.queryByRole('img', { name: 'QR code of the sign-in address' })).toBeNull()
    expect(page.queryByText(FOR_WHOM)).toBeNull()
  })
})
