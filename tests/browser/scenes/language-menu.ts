import { expect } from 'vitest'
import type { ChromiumTab } from '../drivers/chromium-tab.ts'

/** Picks a language in the page's menu, as a person does. */
export async function choose(tab: ChromiumTab, language: string): Promise<void> {
  await tab.run(`{
    const menu = document.querySelector('select[name=language]')
    menu.value = '${language}'
    menu.dispatchEvent(new Event('change', { bubbles: true }))
  }`)
  await expect.poll(() => tab.read('document.documentElement.lang')).toBe(language)
}
