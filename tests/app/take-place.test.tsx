import { act, cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { takePlace } from '../../src/app/take-place.ts'
import { AddressForm } from '../../src/ui/address-form.tsx'

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

const NOTHING = { label: 'The address', hint: '', submit: 'Check', problem: null, onSubmit: () => undefined }

/** The app's page, which knows what is typed. */
function Drawn() {
  const [text, setText] = useState('')
  return (
    <main>
      <p>{`The app knows of: ${text}`}</p>
      <details>
        <summary>More</summary>
        <AddressForm {...NOTHING} onEdit={setText} />
      </details>
    </main>
  )
}

/** Draws the page twice, as what stood there before and as the app's; the person does something before it is taken over. */
function takenOver(meanwhile: (before: HTMLElement) => void): void {
  const { container: drawn } = render(<Drawn />)
  drawn.remove()
  const before = document.createElement('div')
  before.innerHTML = drawn.innerHTML
  document.body.append(before)
  meanwhile(before)
  act(() => takePlace(before, drawn))
  expect(before.isConnected).toBe(false)
}

const fieldIn = (place: ParentNode): HTMLInputElement =>
  place.querySelector('input') ?? expect.fail('no field')

test('the app knows of what was typed before it came', () => {
  takenOver((before) => {
    fieldIn(before).value = '192.168.1.'
  })
  expect(fieldIn(document).value).toBe('192.168.1.')
  expect(screen.getByText('The app knows of: 192.168.1.')).toBeInstanceOf(HTMLElement)
})

test('a part that is open stays open, and the focus stays where it was', () => {
  takenOver((before) => {
    before.querySelector('details')?.setAttribute('open', '')
    fieldIn(before).focus()
  })
  expect(document.querySelector('details')?.open).toBe(true)
  expect(document.activeElement).toBe(fieldIn(document))
})

test('a field that nobody typed in tells of nothing', () => {
  takenOver(() => undefined)
  expect(document.querySelector('details')?.open).toBe(false)
  expect(document.activeElement).toBe(document.body)
  expect(screen.getByText('The app knows of:')).toBeInstanceOf(HTMLElement)
})
