import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AddressForm } from '../../src/ui/address-form.tsx'

afterEach(cleanup)

const WORDS = { label: 'Its address', hint: 'Like 192.168.1.10', submit: 'Ask it' }

test('hands over what was typed, by button and by Enter', async () => {
  const onSubmit = vi.fn()
  const user = userEvent.setup()
  render(<AddressForm {...WORDS} problem={null} onSubmit={onSubmit} />)
  const field = screen.getByRole('textbox', { name: 'Its address' })
  await user.type(field, 'nas.local')
  await user.click(screen.getByRole('button', { name: 'Ask it' }))
  await user.type(field, ':32400{Enter}')
  expect(onSubmit.mock.calls).toEqual([['nas.local'], ['nas.local:32400']])
})

test('the browser is not left to send the form', () => {
  render(<AddressForm {...WORDS} problem={null} initial="10.0.0.2" onSubmit={() => {}} />)
  const form = screen.getByRole<HTMLInputElement>('textbox').form ?? expect.fail('no form')
  const submit = createEvent.submit(form)
  fireEvent(form, submit)
  expect(submit.defaultPrevented).toBe(true)
})

test('a problem is announced, and described to whoever is in the field', () => {
  const { rerender } = render(<AddressForm {...WORDS} problem={null} onSubmit={() => {}} />)
  const field = screen.getByRole('textbox')
  expect(descriptionOf(field)).toEqual(['Like 192.168.1.10'])
  expect(field.getAttribute('aria-invalid')).toBeNull()

  rerender(<AddressForm {...WORDS} problem="Not an address" onSubmit={() => {}} />)
  expect(screen.getByRole('alert').textContent).toBe('Not an address')
  expect(descriptionOf(field)).toEqual(['Not an address', 'Like 192.168.1.10'])
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

function descriptionOf(field: HTMLElement): (string | null | undefined)[] {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent)
}
