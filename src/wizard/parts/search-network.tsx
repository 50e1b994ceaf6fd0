import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { networksOf } from '../screen/networks.ts'
import { NeedsApp } from './needs-app.tsx'
import { PickNetwork } from './pick-network.tsx'

/** Starts a search of the network that the server is most likely in; where none is known, it asks which one. */
export function SearchButton({ look }: { look: 'primary' | 'quiet' }) {
  const { facts, actions } = useWizardContext()
  const [asks, setAsks] = useState(false)
  const [network] = networksOf(facts)
  if (network === undefined && asks) {
    return (
      <NeedsApp>
        <PickNetwork look={look} action="search" />
      </NeedsApp>
    )
  }
  return (
    <NeedsApp>
      <ActionButton
        action="search"
        look={look}
        onPress={() => (network === undefined ? setAsks(true) : actions.search(network))}
      >
        {facts.search === null ? <Trans>Search my network</Trans> : <Trans>Search again</Trans>}
      </ActionButton>
    </NeedsApp>
  )
}

/** For the person who knows another network than the one that the button searches. */
export function SearchElsewhere() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  if (networksOf(facts).length === 0) return null
  return (
    <NeedsApp>
      <Disclosure icon="reason" summary={t`Search another network`}>
        <PickNetwork look="quiet" action="search-elsewhere" />
      </Disclosure>
    </NeedsApp>
  )
}

/** What the latest search came to, as long as it found nothing. */
export function SearchOutcome() {
  const { search } = useWizardContext().facts
  if (search === null || search.found.length > 0) return null
  const { network, asked, answered, total, failedAtOnce, phase } = search
  const all = `${network}.x`
  return (
    <>
      <p data-search-outcome>
        {asked < total ? (
          <Trans>
            The search of {all} was stopped after {asked} of {total} addresses. No media server had answered.
          </Trans>
        ) : (
          <Trans>
            All {total} addresses of {all} were asked, {answered} answered, and none of them is a media server
            that this page can read.
          </Trans>
        )}
      </p>
      {failedAtOnce === total ? (
        <p>
          <Trans>
            Every one of them failed at once, which is unusual: this device may be in another network, or
            something on it keeps the browser off the local network. On a Mac, look under System Settings,
            Privacy & Security, Local Network.
          </Trans>
        </p>
      ) : (
        phase === 'again' && (
          <p>
            <Trans>The silent ones are being asked once more, in case a message got lost.</Trans>
          </p>
        )
      )}
    </>
  )
}
