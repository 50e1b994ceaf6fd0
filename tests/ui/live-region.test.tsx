import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveRegion } from '../../src/ui/live-region.tsx'

beforeEach(() => void vi.useFakeTimers())

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function settle() {
  act(() => {
    vi.advanceTimersByTime(1000)
  })
}

test('is there before its first text and says every later one', () => {
  const { rerender } = render(<LiveRegion text="Looking" />)
  const region = screen.getByRole('status')
  expect(region.textContent).toBe('')
  settle()
  expect(region.textContent).toBe('Looking')

  rerender(<LiveRegion text="Claimed" />)
  settle()
  expect(screen.getByRole('status')).toBe(region)
  expect(region.textContent).toBe('Claimed')
})

test('of texts that follow each other at once, only the last is said', () => {
  const { rerender } = render(<LiveRegion text="Looking" />)
  rerender(<LiveRegion text="Starting" />)
  rerender(<LiveRegion text="Claimed" />)
  settle()
  expect(screen.getByRole('status').textContent).toBe('Claimed')
})

test('what was said is gone soon after, so that nobody reads it a second time', () => {
  render(<LiveRegion text="Claimed" />)
  settle()
  expect(screen.getByRole('status').textContent).toBe('Claimed')
  act(() => {
    vi.advanceTimersByTime(6_000)
  })
  expect(screen.getByRole('status').textContent).toBe('')
})
