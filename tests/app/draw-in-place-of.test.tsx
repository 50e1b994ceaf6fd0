import { act } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { drawInPlaceOf } from '../../src/app/draw-in-place-of.ts'

afterEach(() => document.body.replaceChildren())

const fieldIn = (place: ParentNode): HTMLInputElement =>
  place.querySelector('input') ?? expect.fail('no field')

test('who was typing when the app came goes on typing, though what drew until then clears its place', () => {
  const before = document.createElement('div')
  before.innerHTML = '<main><input></main>'
  document.body.append(before)
  fieldIn(before).focus()
  fieldIn(before).value = '192.168.1.'
  const end = (): void => before.replaceChildren()
  window.addEventListener('setup-plex:take-over', end, { once: true })
  const root = drawInPlaceOf(
    before,
    <main>
      <input />
    </main>,
  )
  expect(before.childElementCount).toBe(0)
  expect(document.activeElement).toBe(fieldIn(document.body))
  expect(fieldIn(document.body).value).toBe('192.168.1.')
  act(() => root.unmount())
})
