import { useRef } from 'react'
import { Trans } from '@lingui/react/macro'
import { useRoute } from '../lib/route.ts'
import { parseTopic } from '../lib/topics.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { Remark } from '../ui/remark.tsx'
import { isDone, machineIn, newsIn } from '../wizard/stage.ts'
import { screenOf, StagePage } from '../wizard/stage-page.tsx'
import { stepOf } from '../wizard/steps.ts'
import { Help } from '../wizard/help.tsx'
import { HelpLinks } from '../wizard/help-links.tsx'
import { Record } from '../wizard/record.tsx'
import { useActions } from '../wizard/use-actions.ts'
import { useFacts, type Opened } from '../wizard/use-facts.ts'
import { useHistory } from '../wizard/use-history.ts'
import { useHousekeeping } from '../wizard/use-housekeeping.ts'
import { PageFrame } from './page-frame.tsx'
import { useArrival } from './use-arrival.ts'
import { useDocumentStage } from './use-document-stage.ts'

/** The page that shows the stage, whatever it is. */
export function Start({ opened }: { opened: Opened }) {
  const found = useFacts(opened)
  const { facts, stage, unreadableAt } = found
  const actions = useActions(found)
  const page = useRef<HTMLDivElement>(null)
  const topic = parseTopic(useRoute().path)
  const screen = topic === null ? screenOf(stage) : `help, ${topic}`
  const events = useHistory(found)
  useHousekeeping(stage)
  useDocumentStage(stage.name, machineIn(stage))
  const announcement = useArrival(page, screen, isDone(stage) && topic === null, newsIn(stage))
  return (
    <PageFrame
      step={stepOf(stage.name)}
      footer={
        <>
          <Record facts={facts} stage={stage} actions={actions} events={events} />
          <HelpLinks />
        </>
      }
    >
      <LiveRegion text={announcement} />
      {facts.stamp.broken && (
        <Remark kind="trouble">
          <Trans>
            Part of what the server wrote into this file can't be read. The rest is used; restarting the
            server writes the file anew.
          </Trans>
        </Remark>
      )}
      {unreadableAt && (
        <Remark kind="trouble">
          <Trans>
            The link that opened this page names an address that can't be read. The usual ones are asked.
          </Trans>
        </Remark>
      )}
      <div ref={page} key={screen}>
        {topic === null ? (
          <StagePage stage={stage} facts={facts} actions={actions} />
        ) : (
          <Help topic={topic} stage={stage} facts={facts} />
        )}
      </div>
    </PageFrame>
  )
}
