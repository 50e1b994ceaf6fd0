import { Trans, useLingui } from '@lingui/react/macro'
import { failedAtOnceEverywhere, type NetworkTally } from '../../server/search.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { asksForRouter } from '../words/search-words.ts'
import { NeedsApp } from './needs-app.tsx'
import { PickNetwork } from './pick-network.tsx'

/** Looks for the server in the network that this device is in, whichever that is. */
export function SearchButton({ look }: { look: 'primary' | 'quiet' }) {
  const { facts, actions } = useWizardContext()
  return (
    <NeedsApp>
      <ActionButton action="search" look={look} onPress={actions.search}>
        {facts.search === null ? <Trans>Search my network</Trans> : <Trans>Search again</Trans>}
      </ActionButton>
    </NeedsApp>
  )
}

/** Where the search could not find out which network this is, the person is asked. */
export function RouterQuestion() {
  const { search } = useWizardContext().facts
  return <NeedsApp>{asksForRouter(search) && <PickNetwork />}</NeedsApp>
}

/** A row for who knows another network; nothing where they are asked anyway. */
export function SearchElsewhere() {
  const { t } = useLingui()
  const { search } = useWizardContext().facts
  if (asksForRouter(search)) return null
  return (
    <NeedsApp>
      <Disclosure icon="reason" summary={t`Search another network`} lazy>
        <PickNetwork />
      </Disclosure>
    </NeedsApp>
  )
}

/** What the latest search came to, as long as it found nothing. */
export function SearchOutcome() {
  const { search } = useWizardContext().facts
  if (search === null || search.found.length > 0) return null
  return (
    <>
      {asksForRouter(search) && search.tallies.length === 0 && (
        <p data-search-outcome>
          <Trans>No router answered, so this page can't tell which network this device is in.</Trans>
        </p>
      )}
      {search.tallies.length === 0 && !asksForRouter(search) && (
        <p data-search-outcome>
          <Trans>The search was stopped before an address was checked.</Trans>
        </p>
      )}
      {search.tallies.map((tally) => (
        <TallyText key={tally.network} tally={tally} />
      ))}
      {failedAtOnceEverywhere(search) ? (
        <p>
          <Trans>
            Every address failed at once, which is unusual: this device may be in another network, or
            something on this device keeps the browser off the local network. On a Mac, look under System
            Settings, Privacy & Security, Local Network.
          </Trans>
        </p>
      ) : (
        search.phase === 'again' && (
          <p>
            <Trans>Checking the silent addresses once more, in case a message got lost.</Trans>
          </p>
        )
      )}
    </>
  )
}

function TallyText({ tally: { network, asked, answered, total } }: { tally: NetworkTally }) {
  const all = `${network}.x`
  return (
    <p data-search-outcome>
      {asked < total ? (
        <Trans>
          The search of {all} was stopped after {asked} of {total} addresses. No media server had answered.
        </Trans>
      ) : (
        <Trans>
          Checked all {total} addresses of {all} · answers: {answered}. None of them is a media server that
          this page can read.
        </Trans>
      )}
    </p>
  )
}
