import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { CopyText } from '../../src/ui/copy-text.tsx'

afterEach(() => {
  cleanup()
  Reflect.deleteProperty(navigator, 'clipboard')
  Reflect.deleteProperty(document, 'execCommand')
})

function renderReport() {
  render(
    <CopyText
      text={'line one\nline two'}
      label="Report"
      copy="Copy"
      copied="Copied"
      failed="Press Ctrl+C"
      action="copy-report"
    />,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Report' })
}

const says = (text: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(text))
const selectionIn = (field: HTMLTextAreaElement) =>
  field.value.slice(field.selectionStart, field.selectionEnd)

function permit(object: object, name: string, value: unknown) {
  Object.defineProperty(object, name, { value, configurable: true })
}

test('uses the clipboard where there is one', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  permit(navigator, 'clipboard', { writeText })
  renderReport()
  await says('Copied')
  expect(writeText.mock.calls).toEqual([['line one\nline two']])
})

test('copies a selection where there is no clipboard', async () => {
  const execCommand = vi.fn(() => true)
  permit(document, 'execCommand', execCommand)
  const field = renderReport()
  await says('Copied')
  expect(execCommand.mock.calls).toEqual([['copy']])
  expect(selectionIn(field)).toBe('line one\nline two')
})

test('copies a selection where the clipboard is denied', async () => {
  permit(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('denied')) })
  permit(document, 'execCommand', () => true)
  renderReport()
  await says('Copied')
})

test.each([
  ['refuses', () => false],
  ['has no such command', undefined],
])('leaves the text selected where the browser %s', async (_, execCommand) => {
  permit(document, 'execCommand', execCommand)
  const field = renderReport()
  await says('Press Ctrl+C')
  expect(document.activeElement).toBe(field)
  expect(selectionIn(field)).toBe('line one\nline two')
})
