import { Trans, useLingui } from '@lingui/react/macro'
import { ago } from '../../i18n/ago.ts'
import { epochOf } from '../../lib/clock.ts'
import { useWizardContext } from '../live/wizard-context.ts'
import { lastCheckMs } from '../screen/last-check.ts'

/** When the server was last asked, in words; the exact time is in the title. */
export function LastCheck() {
  const { i18n } = useLingui()
  const { facts, screen } = useWizardContext()
  const atMs = lastCheckMs(facts, screen)
  if (atMs === null) return null
  const moment = new Date(epochOf(atMs, facts.now))
  const when = ago(facts.now.monotonicMs - atMs, i18n.locale)
  return (
    <time dateTime={moment.toISOString()} title={moment.toLocaleTimeString(i18n.locale)}>
      <Trans>Last check: {when}</Trans>
    </time>
  )
}
