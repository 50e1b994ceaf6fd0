import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Search } from '../../server/search.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { ServerChoices } from '../parts/server-choices.tsx'

export function SearchingPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { search, servers } = useScreen('searching')
  const { network, asked, answered, total } = search
  const left = total - asked
  const first = `${network}.1`
  const last = `${network}.254`
  const waits =
    search.waitsUntilMs === null
      ? null
      : Math.max(1, Math.ceil((search.waitsUntilMs - facts.now.monotonicMs) / 1_000))
  const secondsLeft = waits === null ? secondsLeftOf(search, facts.now.monotonicMs) : null
  return (
    <Panel
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
      {waits !== null && (
        <p>
          <Plural
            value={waits}
            one="Your browser still holds the connections of the last search. This one goes on in about one second."
            other="Your browser still holds the connections of the last search. This one goes on in about # seconds."
          />
        </p>
      )}
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
          <ServerChoices servers={servers} />
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
