import { afterEach, beforeEach } from 'vitest'
import { expect, isVisible } from '../visible.ts'

let unseen: string[] = []

/** Notes what somebody presses or types into though nobody can see it. */
function watch({ target }: Event): void {
  if (target instanceof HTMLElement && !isVisible(target)) unseen.push(target.outerHTML.slice(0, 200))
}

/** Fails the test during which something was used that is hidden, for example in a closed row. */
export function failOnUnseen(): void {
  beforeEach(() => {
    unseen = []
    for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, watch, { capture: true })
  })
  afterEach(() => {
    for (const event of ['pointerdown', 'keydown'])
      document.removeEventListener(event, watch, { capture: true })
    expect(unseen, 'used though nobody can see it').toEqual([])
  })
}
