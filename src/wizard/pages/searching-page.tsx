import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { latestTally, type Search } from '../../server/search.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { ServerChoices } from '../parts/server-choices.tsx'
import { secondsLeftOf } from '../words/search-words.ts'

export function SearchingPage() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const { search, servers } = useScreen('searching')
  const nowMs = facts.now.monotonicMs
  const waits =
    search.waitsUntilMs === null ? null : Math.max(1, Math.ceil((search.waitsUntilMs - nowMs) / 1_000))
  const secondsLeft = waits === null ? secondsLeftOf(search, nowMs) : null
  return (
    <Panel
      heading={t`Searching your network`}
      primary={
        <ActionButton action="cancel" look="primary" onPress={actions.stopSearch}>
          <Trans>Stop</Trans>
        </ActionButton>
      }
    >
      <WhereItIs search={search} />
      {waits !== null && (
        <p>
          <Plural
            value={waits}
            one="Your browser still holds earlier connections. The search goes on in about one second."
            other="Your browser still holds earlier connections. The search goes on in about # seconds."
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

/** Which network is searched, and how far; or that the page finds out which one it is. */
function WhereItIs({ search }: { search: Search }) {
  const { t } = useLingui()
  const tally = latestTally(search)
  if (tally === null) {
    return (
      <p>
        <Trans>Checking the usual routers, to find out which network this device is in.</Trans>
      </p>
    )
  }
  const { network, asked, answered, total } = tally
  const first = `${network}.1`
  const last = `${network}.254`
  const turn = search.tallies.length
  const networks = turn + search.ahead.length
  return (
    <>
      <p>
        <Trans>
          Checking every address from {first} to {last} for a media server.
        </Trans>
      </p>
      {networks > 1 && (
        <p>
          <Trans>
            Network {turn} of {networks}.
          </Trans>
        </p>
      )}
      <Progress label={t`Addresses checked`} value={asked} max={total}>
        {t`Checked ${asked} of ${total} · answers: ${answered}`}
      </Progress>
    </>
  )
}
