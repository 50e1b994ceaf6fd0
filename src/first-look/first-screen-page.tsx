import type { ComponentType } from 'react'
import { useWizardContext } from '../wizard/live/wizard-context.ts'
import { AskFinishedPage } from '../wizard/pages/ask-finished-page.tsx'
import { ClaimedPage } from '../wizard/pages/claimed-page.tsx'
import { ConfirmingPage } from '../wizard/pages/confirming-page.tsx'
import { DeclinedPage } from '../wizard/pages/declined-page.tsx'
import { FoundPage } from '../wizard/pages/found-page.tsx'
import { LookingPage } from '../wizard/pages/looking-page.tsx'
import { MissingPage } from '../wizard/pages/missing-page.tsx'
import { OverduePage } from '../wizard/pages/overdue-page.tsx'
import { StartingPage } from '../wizard/pages/starting-page.tsx'
import { TakingPage } from '../wizard/pages/taking-page.tsx'
import { UnclaimedPage } from '../wizard/pages/unclaimed-page.tsx'
import type { ScreenName } from '../wizard/screen/screen.ts'
import { PlainPage } from './plain-page.tsx'

const PAGES: Partial<Readonly<Record<ScreenName, ComponentType>>> = {
  looking: LookingPage,
  found: FoundPage,
  unclaimed: UnclaimedPage,
  taking: TakingPage,
  declined: DeclinedPage,
  confirming: ConfirmingPage,
  'ask-finished': AskFinishedPage,
  overdue: OverduePage,
  claimed: ClaimedPage,
  starting: StartingPage,
  missing: MissingPage,
}

/** Screens that only the app has are told in short. */
export function FirstScreenPage() {
  const Page = PAGES[useWizardContext().screen.name] ?? PlainPage
  return <Page />
}
