import { toBeVisible } from '@testing-library/jest-dom/matchers'
import { expect } from 'vitest'

declare module 'vitest' {
  // Vitest's own declaration has this parameter.
  // oxlint-disable-next-line typescript/no-explicit-any
  export interface Matchers<T = any> {
    /** Can a person see it? What is inside a closed row can't be seen; style sheets are not loaded and hide nothing. */
    toBeVisible(): T
  }
}

expect.extend({ toBeVisible })

/** The same as an answer. */
export function isVisible(element: Element): boolean {
  try {
    expect(element).toBeVisible()
    return true
  } catch {
    return false
  }
}

export { expect }
