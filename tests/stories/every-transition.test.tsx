import { describe, expect, test } from 'vitest'
import { EVERY_SCREEN } from '../../src/gallery/every-screen.ts'
import type { Wizard } from '../../src/wizard/live/use-wizard.ts'
import { SCREEN_NAMES, type ScreenName } from '../../src/wizard/screen/screen.ts'
import { showingByTheApp, wizardOf } from './drawn-by-the-app.tsx'

const wizardFor = (name: ScreenName): Wizard => wizardOf(EVERY_SCREEN[name], { withoutApp: false })

const headingIn = (page: Element): HTMLElement => page.querySelector('h1') ?? expect.fail('no heading')

/** The last thing that can be pressed in the screen itself; its heading where there is nothing. */
function lastControlIn(page: Element): HTMLElement {
  const panel = headingIn(page).parentElement?.parentElement
  return (
    [...(panel?.querySelectorAll<HTMLElement>('a[href], button, summary') ?? [])].at(-1) ?? headingIn(page)
  )
}

// Facts may change in any way between two moments, also in ways that no simulated evening comes to (docs/simulation.md).
describe.each(SCREEN_NAMES)('from "%s", whatever comes next,', (from) => {
  test('the heading of the new screen has the focus that went with the old one, and is the title', () => {
    const show = showingByTheApp('en')
    for (const to of SCREEN_NAMES.filter((name) => name !== from)) {
      const before = show(wizardFor(from))
      const control = lastControlIn(before)
      control.focus()
      const page = show(wizardFor(to))
      expect(control.isConnected, to).toBe(false)
      expect(document.activeElement, to).toBe(headingIn(page))
      expect(document.title, to).toContain(headingIn(page).textContent)
    }
  })

  test('who is elsewhere on the page stays there', () => {
    const show = showingByTheApp('en')
    for (const to of SCREEN_NAMES.filter((name) => name !== from)) {
      const menu = show(wizardFor(from)).querySelector('select') ?? expect.fail('no menu')
      menu.focus()
      show(wizardFor(to))
      expect(document.activeElement, to).toBe(menu)
    }
  })
})
