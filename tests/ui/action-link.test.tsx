import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ActionLink, OpensTab } from '../../src/ui/action-link.tsx'

afterEach(cleanup)

function renderLink(beside: boolean) {
  const onFollow = vi.fn()
  render(
    <ActionLink href="#there" action="sign-in" look="primary" beside={beside} onFollow={onFollow}>
      Sign in
    </ActionLink>,
  )
  return { link: screen.getByRole('link', { name: 'Sign in' }), onFollow }
}

test('says that it opens a tab, where it does', () => {
  const linkOf = (beside: boolean): string => {
    cleanup()
    render(
      <OpensTab value="(opens a new tab)">
        <ActionLink href="#there" action="sign-in" look="primary" beside={beside}>
          Sign in
        </ActionLink>
      </OpensTab>,
    )
    return screen.getByRole('link').textContent
  }
  expect(linkOf(true)).toBe('Sign in (opens a new tab)')
  expect(linkOf(false)).toBe('Sign in')
})

test('opens beside this page without handing it over', () => {
  const { link } = renderLink(true)
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noopener noreferrer')
  expect(link.dataset['action']).toBe('sign-in')
})

test('replaces this page without saying where from', () => {
  const { link } = renderLink(false)
  expect(link.hasAttribute('target')).toBe(false)
  expect(link.getAttribute('rel')).toBe('noreferrer')
})

test('notices a click and a middle click, not the context menu', () => {
  const { link, onFollow } = renderLink(true)
  fireEvent.click(link)
  expect(onFollow).toHaveBeenCalledTimes(1)
  fireEvent(link, new MouseEvent('auxclick', { button: 1, bubbles: true }))
  expect(onFollow).toHaveBeenCalledTimes(2)
  fireEvent(link, new MouseEvent('auxclick', { button: 2, bubbles: true }))
  expect(onFollow).toHaveBeenCalledTimes(2)
})
