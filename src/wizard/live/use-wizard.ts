import { useState } from 'react'
import { useEndOpening, useGoTo } from '../../routes/at.ts'
import type { Opened } from '../facts/facts.ts'
import { knownOf, type Known } from '../screen/known.ts'
import { paceOf } from '../screen/pace.ts'
import type { PageEvent } from '../screen/page-events.ts'
import type { Screen } from '../screen/screen.ts'
import { screenOf } from '../screen/screen-of.ts'
import { actionsOf, type Actions } from './actions.ts'
import type { Asker } from './asker.ts'
import { NO_DRAFT, type Draft } from './draft.ts'
import type { ClaimByCode } from './use-claim-code.ts'
import { useCodeDraft } from './use-code-draft.ts'
import { useAskingOnReturn } from './use-asking-on-return.ts'
import { useFacts } from './use-facts.ts'
import { useForwarding } from './use-forwarding.ts'
import { useHousekeeping } from './use-housekeeping.ts'
import { usePresence } from './use-presence.ts'
import type { SearchControls } from './use-search.ts'

export type Wizard = {
  readonly facts: Known
  readonly screen: Screen
  readonly actions: Actions
  readonly events: readonly PageEvent[]
  /** What is in the address field. */
  readonly draft: Draft
  readonly setDraft: (draft: Draft) => void
  /** What is in the field for a claim code, a secret. */
  readonly codeDraft: Draft
  readonly editCode: (change: Partial<Draft>) => void
  /** Is this drawn by the first look because the app could not start? Then what only the app can do is left out. */
  readonly withoutApp: boolean
}

/** What the wizard works with: the app has all of it, the first look less. */
export type Means = {
  readonly asker: Asker
  readonly searching: SearchControls
  readonly byCode: ClaimByCode
  /** Adds whether this browser reaches the account service, where that would change the verdict. */
  readonly useAccountReach: (known: Known) => Known
  /** Remembers what happened since the page was opened. */
  readonly useEvents: (known: Known, screen: Screen) => readonly PageEvent[]
  readonly withoutApp: boolean
}

/** Collects the facts, says what is on screen and keeps asking. Called once on a page. */
export function useWizard(opened: Opened, means: Means): Wizard {
  const { asker, searching, byCode, useAccountReach, useEvents, withoutApp } = means
  const [draft, setDraft] = useState(NO_DRAFT)
  const presence = usePresence()
  const { facts: found, chosenKey } = useFacts(
    opened,
    { search: searching.search, code: byCode, ...presence },
    asker,
  )
  const facts = useAccountReach(knownOf(found))
  const screen = screenOf(facts)
  asker.usePace(paceOf(facts, screen))
  useAskingOnReturn(presence.returnedAtMs, screen, asker)
  const [codeDraft, editCode] = useCodeDraft(screen)
  const forgetCode = (): void => editCode(NO_DRAFT)
  const actions = actionsOf({
    facts,
    screen,
    chosenKey,
    searching,
    byCode,
    forgetCode,
    asker,
    goTo: useGoTo(),
    endOpening: useEndOpening(),
  })
  useForwarding(facts, screen, actions)
  const events = useEvents(facts, screen)
  useHousekeeping(facts, screen, searching.stop)
  return { facts, screen, actions, events, draft, setDraft, codeDraft, editCode, withoutApp }
}
