import { Trans, useLingui } from '@lingui/react/macro'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useScreen } from '../live/wizard-context.ts'
import { KnownServer } from '../parts/known-server.tsx'

/** A first "claimed" came; the second one that agrees is waited for. */
export function FoundPage() {
  const { t } = useLingui()
  const { server } = useScreen('found')
  return (
    <Panel heading={t`Found your server`} card={<KnownServer server={server} />}>
      <Waiting>
        <Trans>Checking once more, to be sure.</Trans>
      </Waiting>
    </Panel>
  )
}
