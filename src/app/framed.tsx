import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { ActionLink } from '../ui/action-link.tsx'
import { Panel } from '../ui/panel.tsx'
import { PageFrame } from './page-frame.tsx'
import { useLastArrival } from './use-arrival.ts'
import { useDocumentStage } from './use-document-stage.ts'

/**
 * Instead of everything else where another page has put this one into a frame: it could cover the buttons with
 * its own. A policy in the page itself cannot forbid that (browsers.md rule 13).
 */
export function Framed() {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  useLastArrival(heading)
  useDocumentStage('blocked', null, 'framed')
  return (
    <PageFrame step="find">
      <Panel
        headingRef={heading}
        heading={t`This page only works on its own`}
        primary={
          <ActionLink action="leave-frame" look="primary" beside href={window.location.href}>
            <Trans>Open this page in its own tab</Trans>
          </ActionLink>
        }
      >
        <p data-cause="C13">
          <Trans>
            Another page shows this page inside itself. For your safety, this page does nothing there.
          </Trans>
        </p>
      </Panel>
    </PageFrame>
  )
}
