import { Plural, useLingui } from '@lingui/react/macro'
import { Waiting } from '../../ui/waiting.tsx'
import { useWizardContext } from '../live/wizard-context.ts'

/** The page goes on by itself, and says when it did last; the exact time is in the title. */
export function KeepsTrying() {
  const { i18n } = useLingui()
  const { candidates, now } = useWizardContext().facts
  const tries = candidates.flatMap(({ history }) => (history === null ? [] : [history.latest.atMs]))
  const agoMs = Math.max(0, now.monotonicMs - Math.max(...tries, 0))
  const seconds = Math.max(1, Math.round(agoMs / 1_000))
  const exact = new Date(now.epochMs - agoMs).toLocaleTimeString(i18n.locale)
  return (
    <Waiting>
      <span title={exact}>
        <Plural
          value={seconds}
          one="We keep trying. Last try: one second ago"
          other="We keep trying. Last try: # seconds ago"
        />
      </span>
    </Waiting>
  )
}
