import { assertNever } from '../lib/assert-never.ts'
import type { Facts } from './facts.ts'
import { BlockedPage } from './pages/blocked-page.tsx'
import { ChoosingPage } from './pages/choosing-page.tsx'
import { ClaimedPage } from './pages/claimed-page.tsx'
import { ConfirmingPage } from './pages/confirming-page.tsx'
import { LookingPage } from './pages/looking-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'
import { StartingPage } from './pages/starting-page.tsx'
import { StrangerPage } from './pages/stranger-page.tsx'
import { UnclaimedPage } from './pages/unclaimed-page.tsx'
import { UnreadablePage } from './pages/unreadable-page.tsx'
import { isDone, type Stage } from './stage.ts'
import type { Actions } from './use-actions.ts'

type Props = { stage: Stage; facts: Facts; actions: Actions }

/** One page per stage. A new stage does not compile until it has one. */
export function StagePage({ stage, ...rest }: Props) {
  switch (stage.name) {
    case 'looking':
      return <LookingPage stage={stage} {...rest} />
    case 'choosing':
      return <ChoosingPage stage={stage} {...rest} />
    case 'missing':
      return <MissingPage stage={stage} {...rest} />
    case 'blocked':
      return <BlockedPage stage={stage} {...rest} />
    case 'unreadable':
      return <UnreadablePage stage={stage} {...rest} />
    case 'stranger':
      return <StrangerPage stage={stage} {...rest} />
    case 'starting':
      return <StartingPage stage={stage} {...rest} />
    case 'unclaimed':
      return <UnclaimedPage stage={stage} {...rest} />
    case 'confirming':
      return <ConfirmingPage stage={stage} {...rest} />
    case 'claimed':
      return <ClaimedPage stage={stage} {...rest} />
    default:
      return assertNever(stage)
  }
}

/** Changes exactly when the person sees another screen: then focus moves and the heading is announced. */
export function screenOf(stage: Stage): string {
  switch (stage.name) {
    case 'looking':
      if ('search' in stage) return 'looking, search'
      return stage.found === null ? 'looking' : 'looking, found'
    case 'missing':
      return 'unasked' in stage ? 'missing, unasked' : 'missing'
    case 'unclaimed':
      return stage.declined ? 'unclaimed, declined' : 'unclaimed'
    case 'confirming':
      return stage.overdue ? 'confirming, overdue' : 'confirming'
    case 'unreadable':
      return 'server' in stage ? 'unreadable, no claim state' : 'unreadable'
    case 'claimed':
      return isDone(stage) ? 'claimed' : 'claimed, by hearsay'
    case 'choosing':
    case 'blocked':
    case 'stranger':
    case 'starting':
      return stage.name
    default:
      return assertNever(stage)
  }
}
