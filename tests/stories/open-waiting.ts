import { screen } from '@testing-library/react'
import { home, stampFor } from './home.ts'
import { arriveAt, openPage, type Opening, type Page } from './open-page.tsx'
import { READY, WAITING } from './words.ts'

/** Opens the page and follows the link to sign in, as a person does. */
export async function openWaiting(opening: Opening = {}): Promise<Page> {
  const page = openPage({ network: home(), stamp: stampFor(), ...opening })
  await arriveAt(READY)
  await page.user.click(screen.getByRole('link', { name: 'Sign in (opens a new tab)' }))
  await arriveAt(WAITING)
  return page
}
