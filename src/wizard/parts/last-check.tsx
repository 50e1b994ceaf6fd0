import { Trans, useLingui } from '@lingui/react/macro'
import { useWizardContext } from '../live/wizard-context.ts'
import { lastCheckMs } from '../screen/last-check.ts'
import { lastCheckWords } from '../words/last-check-words.ts'

/** When the server was last asked, in words; the exact time is in the title. */
export function LastCheck() {
  const { i18n } = useLingui()
  const { facts, screen } = useWizardContext()
  const atMs = lastCheckMs(facts, screen)
  if (atMs === null) return null
  const { iso, clock, when } = lastCheckWords(atMs, facts.now, i18n.locale)
  return (
    <time dateTime={iso} title={clock}>
      <Trans>Last check: {when}</Trans>
    </time>
  )
}
