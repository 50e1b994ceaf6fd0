import { expect } from 'vitest'
import type { Tab } from '../drivers/engine.ts'

/** Chooses a language in the menu, and waits until the page speaks it. */
export async function speak(tab: Tab, language: string): Promise<void> {
  await tab.run(`{
    const menu = [...document.querySelectorAll('select')].find(({ options }) => options[1].value === 'de')
    menu.value = '${language}'
    menu.dispatchEvent(new Event('change', { bubbles: true }))
  }`)
  await expect.poll(() => tab.read('document.documentElement.lang')).toBe(language)
}
