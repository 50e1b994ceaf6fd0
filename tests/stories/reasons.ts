import { screen } from '@testing-library/react'
import { settle } from './clock.ts'
import type { Page } from './open-page.tsx'

/** Opens the row with the reason, and knows no answer to what it asks. */
export async function findReason(page: Pick<Page, 'user'>): Promise<void> {
  await page.user.click(screen.getByText(/^(Find the reason|Something not working\?)$/))
  await noAnswers(page)
}

/** Knows no answer to any question that is asked. */
export async function noAnswers({ user }: Pick<Page, 'user'>): Promise<void> {
  for (;;) {
    const unsure = screen.queryByRole('button', { name: "I don't know" })
    if (unsure === null) return
    await user.click(unsure)
    await settle()
  }
}
