import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, type ReactNode } from 'react'
import { goBack } from '../routes/go-back.ts'
import type { Topic } from '../routes/topics.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { MoreWays } from '../ui/panel.tsx'
import { Remark } from '../ui/remark.tsx'
import { Stack } from '../ui/stack.tsx'
import { useWizardContext } from '../wizard/live/wizard-context.ts'
import { Diagnosis } from '../wizard/parts/diagnosis.tsx'
import { HelpLinks } from '../wizard/parts/help-links.tsx'
import { Record } from '../wizard/parts/record.tsx'
import { WizardMap } from '../wizard/parts/wizard-map.tsx'
import { machineOn, newsOn, STAGE_OF } from '../wizard/screen/screen.ts'
import { STEP_OF } from '../wizard/screen/steps.ts'
import { PageFrame } from './page-frame.tsx'
import { useArrival } from './use-arrival.ts'
import { useDocumentStage } from './use-document-stage.ts'

/** What is announced, what automation is told, and the diagnosis; the first look has the same. */
export function ScreenLayout({ topic, children }: { topic: Topic | null; children: ReactNode }) {
  const { t } = useLingui()
  const { screen } = useWizardContext()
  const page = useRef<HTMLDivElement>(null)
  const shown = topic === null ? screen.name : `help-${topic}`
  useDocumentStage(STAGE_OF[screen.name], machineOn(screen), shown)
  const announcement = useArrival(page, shown, shown === 'claimed', newsOn(screen))
  return (
    <Surroundings map={topic === null}>
      <LiveRegion text={announcement} />
      <Stack ref={page} key={shown}>
        <MoreWays value={{ label: t`More ways`, last: <Diagnosis /> }}>{children}</MoreWays>
      </Stack>
    </Surroundings>
  )
}

/** What stands around them: the frame with the map, what is wrong with how the page was opened, the record. */
export function Surroundings({ map, children }: { map: boolean; children: ReactNode }) {
  const { facts, screen } = useWizardContext()
  return (
    <PageFrame
      step={STEP_OF[screen.name]}
      map={map ? <WizardMap /> : undefined}
      goBack={map ? undefined : goBack}
      footer={
        <>
          <Record />
          <HelpLinks />
        </>
      }
    >
      {children}
      {facts.stamp.broken && (
        <Remark kind="trouble">
          <Trans>
            Part of what the server wrote into this file can't be read. The rest is used; restarting the
            server writes the file anew.
          </Trans>
        </Remark>
      )}
      {facts.unreadableAt && (
        <Remark kind="trouble">
          <Trans>
            The link that opened this page names an address that can't be read. The usual addresses are
            checked.
          </Trans>
        </Remark>
      )}
    </PageFrame>
  )
}
