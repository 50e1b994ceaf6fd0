import type { ComponentType } from 'react'
import { useWizardContext } from '../live/wizard-context.ts'
import type { ScreenName } from '../screen/screen.ts'
import { AnotherMachinePage } from './another-machine-page.tsx'
import { AnotherProductPage } from './another-product-page.tsx'
import { AskFirstPage } from './ask-first-page.tsx'
import { AskFinishedPage } from './ask-finished-page.tsx'
import { BlockedPage } from './blocked-page.tsx'
import { ChoosingPage } from './choosing-page.tsx'
import { ClaimedPage } from './claimed-page.tsx'
import { ConfirmingPage } from './confirming-page.tsx'
import { DeclinedPage } from './declined-page.tsx'
import { FoundPage } from './found-page.tsx'
import { HearsayPage } from './hearsay-page.tsx'
import { HiddenPage } from './hidden-page.tsx'
import { LookingPage } from './looking-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { NoClaimStatePage } from './no-claim-state-page.tsx'
import { OverduePage } from './overdue-page.tsx'
import { SearchingPage } from './searching-page.tsx'
import { StartingPage } from './starting-page.tsx'
import { TakingPage } from './taking-page.tsx'
import { UnclaimedPage } from './unclaimed-page.tsx'

/** One page a screen. A new screen does not compile until it has one. */
const PAGES: Readonly<Record<ScreenName, ComponentType>> = {
  looking: LookingPage,
  found: FoundPage,
  searching: SearchingPage,
  choosing: ChoosingPage,
  'ask-first': AskFirstPage,
  missing: MissingPage,
  blocked: BlockedPage,
  hidden: HiddenPage,
  'no-claim-state': NoClaimStatePage,
  'another-machine': AnotherMachinePage,
  'another-product': AnotherProductPage,
  starting: StartingPage,
  unclaimed: UnclaimedPage,
  taking: TakingPage,
  declined: DeclinedPage,
  confirming: ConfirmingPage,
  'ask-finished': AskFinishedPage,
  overdue: OverduePage,
  claimed: ClaimedPage,
  hearsay: HearsayPage,
}

export function ScreenPage() {
  const { screen } = useWizardContext()
  const Page = PAGES[screen.name]
  return <Page />
}
