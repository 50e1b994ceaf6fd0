import { expect } from 'vitest'
import type { Tab } from '../drivers/engine.ts'

/**
 * Everything that can be pressed, typed into or opened now, in the order of the document. Of radio buttons that belong
 * together Tab reaches the one that is picked, else the first; the arrows lead to the others.
 */
export const TARGETS = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((target) => target.checkVisibility())
  .filter((target) => {
    if (target.type !== 'radio') return true
    const group = [...document.querySelectorAll('input[type=radio]')].filter(({ name }) => name === target.name)
    return target === (group.find(({ checked }) => checked) ?? group[0])
  })`

/** Opens all that can be opened, and what comes to light by that. */
export async function openAll(tab: Tab): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await tab.run(`for (const details of document.querySelectorAll('details')) details.open = true`)
    // What is inside of some is made only once they are open.
    await tab.run('new Promise((resolve) => setTimeout(resolve, 60))')
  }
}

/** Presses Tab once round the page: what got the focus, in order, each named by its place
 * among the targets. Fails where the focus cannot be seen. */
export async function onceRound(tab: Tab, count: number): Promise<number[]> {
  const reached: number[] = []
  // Once more than there are targets, for the way from the last to the first leads past the browser's own.
  for (let presses = 0; presses < count + 2; presses += 1) {
    await tab.press('Tab')
    const at = await tab.read<number>(`${TARGETS}.indexOf(document.activeElement)`)
    if (at === -1) continue
    if (reached.includes(at)) break
    reached.push(at)
    const { outlineStyle, outlineWidth } = await tab.read<Record<string, string>>(
      `(({ outlineStyle, outlineWidth }) => ({ outlineStyle, outlineWidth }))(getComputedStyle(document.activeElement))`,
    )
    expect([outlineStyle, Number.parseFloat(outlineWidth ?? '') >= 2]).toEqual(['solid', true])
  }
  const first = reached.indexOf(0)
  return [...reached.slice(first), ...reached.slice(0, first)]
}

/** Presses Tab until something with these words, or this name, has the focus. */
export async function tabTo(tab: Tab, words: string): Promise<void> {
  const has = `((now) => (now.innerText + ' ' + (now.labels?.[0]?.innerText ?? now.ariaLabel ?? '')).includes(${JSON.stringify(words)}))`
  for (let presses = 0; presses < 30; presses += 1) {
    await tab.press('Tab')
    if (await tab.read(`document.activeElement !== document.body && ${has}(document.activeElement)`)) return
  }
  throw new Error(`Tab does not lead to "${words}"`)
}

/** Types key by key, into whatever has the focus. */
export async function write(tab: Tab, text: string): Promise<void> {
  for (const key of text) await tab.press(key)
}
