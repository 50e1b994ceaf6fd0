import { Trans, useLingui } from '@lingui/react/macro'
import { Component, useRef, type ReactNode } from 'react'
import { reduced } from '../lib/reduced.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { CopyText } from '../ui/copy-text.tsx'
import { Panel } from '../ui/panel.tsx'
import { PageFrame } from './page-frame.tsx'
import { useLastArrival } from './use-arrival.ts'
import { useDocumentStage } from './use-document-stage.ts'

/** Catches our own bugs. Expected trouble never comes here: it is a value with a sentence. */
export class CrashGuard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />
  }
}

function CrashPage({ error }: { error: unknown }) {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  useLastArrival(heading)
  useDocumentStage('crashed', null, 'crashed')
  return (
    <PageFrame step="find">
      <Panel
        headingRef={heading}
        heading={t`This page made a mistake`}
        primary={
          <ActionButton action="start-over" look="primary" onPress={startOver}>
            <Trans>Start over</Trans>
          </ActionButton>
        }
        after={
          <CopyText
            action="copy-report"
            label={t`The report`}
            text={reportOf(error)}
            copy={t`Copy report`}
            copied={t`Copied.`}
            failed={t`Your browser won't copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.`}
          />
        }
      >
        <p>
          <Trans>Nothing happened to your server.</Trans>
        </p>
      </Panel>
    </PageFrame>
  )
}

function startOver(): void {
  window.location.hash = '#/'
  window.location.reload()
}

/** What went wrong, reduced: a report is meant to be shown to strangers. */
function reportOf(error: unknown): string {
  const text =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)
  return reduced(text).slice(0, 4_000)
}
