import { useLingui } from '@lingui/react/macro'
import { Waiting } from '../../ui/waiting.tsx'
import type { Health } from '../screen/screen.ts'
import { healthWhileWaiting } from '../words/waiting-words.ts'
import { LastCheck } from './last-check.tsx'

/** How the server does while somebody signs in, which is announced when it changes, and when it was last asked. */
export function WaitingLine({ health, answered }: { health: Health; answered: boolean }) {
  const { t } = useLingui()
  return (
    <Waiting>
      <span>
        <span data-news>{t(healthWhileWaiting(health, answered))}</span> <LastCheck />
      </span>
    </Waiting>
  )
}
