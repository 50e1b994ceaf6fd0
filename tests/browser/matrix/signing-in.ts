import type { Browser, Tab } from '../drivers/engine.ts'
import { openedTab, until } from '../drivers/people.ts'

/** Follows the link to sign in; gives the account's tab. */
export async function signIn(browser: Browser, page: Tab): Promise<Tab> {
  const before = await browser.tabs()
  await page.click('[data-action=sign-in]')
  return openedTab(browser, before)
}

/** Presses a button of the account's page. */
export async function press(tab: Tab, label: 'Approve' | 'Give up'): Promise<void> {
  await until(tab, ({ text }) => text.includes(label))
  await tab.run(`for (const button of document.querySelectorAll('button'))
    if (button.textContent.includes('${label}')) button.click()`)
}
