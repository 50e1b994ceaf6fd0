import { onTestFinished } from 'vitest'
import { expect } from '../visible.ts'
import type { Page } from './open-page.tsx'

/** Browsers skip what is in a closed row; jsdom does so where a style says it. */
export function skipClosedRows(): void {
  const style = document.createElement('style')
  style.textContent = 'details:not([open]) > :not(summary) { display: none }'
  document.head.append(style)
  onTestFinished(() => style.remove())
}

/** Presses Tab until what has the focus has these words, label or name; fails once around. */
export async function tabTo({ user }: Page, words: string): Promise<HTMLElement> {
  const passed: string[] = []
  for (let presses = 0; presses < 40; presses += 1) {
    await user.tab()
    const { activeElement } = document
    const said = activeElement instanceof HTMLElement ? wordsOf(activeElement) : ''
    if (activeElement instanceof HTMLElement && said.includes(words)) {
      expect(activeElement).toBeVisible()
      return activeElement
    }
    passed.push(said)
  }
  return expect.fail(`Tab passes ${passed.join(' | ')}`)
}

function wordsOf(element: HTMLElement): string {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const label = labels.map(({ textContent }) => textContent).join(' ')
  return `${label} ${element.getAttribute('aria-label') ?? ''} ${element.textContent}`
}

/** Presses Enter there, or where the focus is. */
export async function press(page: Page, words?: string): Promise<void> {
  if (words !== undefined) await tabTo(page, words)
  const summary = document.activeElement?.closest<HTMLElement>('summary')
  await page.user.keyboard('{Enter}')
  // Nothing but browsers does that for the line that opens a row.
  summary?.click()
}
