import { useMemo, useState } from 'react'
import { Surroundings } from '../app/screen-layout.tsx'
import { Stack } from '../ui/stack.tsx'
import { NO_DRAFT, type Draft } from '../wizard/live/draft.ts'
import { WizardContext } from '../wizard/live/wizard-context.ts'
import { ScreenPage } from '../wizard/pages/screen-page.tsx'
import { Diagnosis } from '../wizard/parts/diagnosis.tsx'
import { knownOf } from '../wizard/screen/known.ts'
import { screenOf } from '../wizard/screen/screen-of.ts'
import { STAGE_OF, type ScreenName } from '../wizard/screen/screen.ts'
import { EVERY_SCREEN } from './every-screen.ts'
import { INERT } from './inert.ts'

/** One screen as people see it, from facts that stand still. */
export function OneScreen({ name }: { name: ScreenName }) {
  const [draft, setDraft] = useState(NO_DRAFT)
  const [codeDraft, setCodeDraft] = useState(NO_DRAFT)
  const [still] = useState(() => {
    const facts = knownOf(EVERY_SCREEN[name])
    const events = [{ name: STAGE_OF[name], atMonotonicMs: 0 }]
    return { facts, screen: screenOf(facts), actions: INERT, events, withoutApp: false }
  })
  const wizard = useMemo(
    () => ({
      ...still,
      draft,
      setDraft,
      codeDraft,
      editCode: (change: Partial<Draft>) => setCodeDraft((before) => ({ ...before, ...change })),
    }),
    [still, draft, codeDraft],
  )
  return (
    <WizardContext value={wizard}>
      <Surroundings map>
        <Stack>
          <ScreenPage />
          <Diagnosis />
        </Stack>
      </Surroundings>
    </WizardContext>
  )
}
