import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Search } from '../../server/search.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import type { Facts } from '../facts.ts'
import type { Server } from '../server-on-screen.ts'
import { ServerChoices } from '../server-choices.tsx'
import type { Actions } from '../use-actions.ts'

type Props = { search: Search; servers: readonly Server[]; facts: Facts; actions: Actions }

export function SearchingPage({ search, servers, facts, actions }: Props) {
  const { t } = useLingui()
  const { network, asked, answered, total } = search
  const left = total - asked
  const first = `${network}.1`
  const last = `${network}.254`
  const secondsLeft = secondsLeftOf(search, facts.now.steadyMs)
  return (
    <Panel
      drawing="looking"
      heading={t`Searching your network`}
      primary={
        <ActionButton action="cancel" look="primary" onPress={actions.stopSearch}>
          <Trans>Stop</Trans>
        </ActionButton>
      }
    >
      <p>
        <Trans>
          Asking every address from {first} to {last} whether it is a media server.
        </Trans>
      </p>
      <Progress label={t`Addresses asked`} value={asked} max={total}>
        {t`${asked} of ${total} asked, ${answered} answered, ${left} left.`}
      </Progress>
      {secondsLeft !== null && (
        <p>
          <Plural value={secondsLeft} one="About one more second." other="About # more seconds." />
        </p>
      )}
      {servers.length > 0 && (
        <>
          <p data-news>
            <Plural value={servers.length} one="One server so far." other="# servers so far." />
          </p>
          <ServerChoices servers={servers} facts={facts} actions={actions} />
        </>
      )}
    </Panel>
  )
}

/** How much longer, once there is something to tell it from; null before that, and for the last moments. */
function secondsLeftOf({ asked, total, startedAtMs }: Search, nowMs: number): number | null {
  const elapsedMs = nowMs - startedAtMs
  if (elapsedMs < 1_000 || asked === 0) return null
  const leftMs = (elapsedMs / asked) * (total - asked)
  return leftMs < 500 ? null : Math.ceil(leftMs / 1_000)
}
