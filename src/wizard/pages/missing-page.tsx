import { Trans, useLingui } from '@lingui/react/macro'
import { stepToAllow } from '../../diagnosis/blocking-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AddressText } from '../../ui/address-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useScreen, useWizardContext } from '../live/wizard-context.ts'
import { AddressRow } from '../parts/address-row.tsx'
import { CheckAgain } from '../parts/check-again.tsx'
import { FirstVisit } from '../parts/first-visit.tsx'
import { KeepsTrying } from '../parts/keeps-trying.tsx'
import { OddAddress } from '../parts/odd-address.tsx'
import { RouterQuestion, SearchButton, SearchElsewhere, SearchOutcome } from '../parts/search-network.tsx'
import { evidenceOf } from '../screen/evidence-of.ts'
import { isFirstVisit } from '../screen/first-visit.ts'
import { missingWords } from '../words/missing-words.ts'

/** Nothing readable answers. On a first visit that is no trouble yet. */
export function MissingPage() {
  return isFirstVisit(useWizardContext().facts) ? <FirstVisit /> : <Missing />
}

function Missing() {
  const { t } = useLingui()
  const { facts, actions } = useWizardContext()
  const screen = useScreen('missing')
  const first = screen.tried[0] ?? null
  const askedAlone = facts.candidates.some(({ source }) => source === 'url')
  const { heading, lead, step } = missingWords({
    name: facts.stamp.friendlyName,
    first,
    askedAlone,
    knowsNone: isFirstVisit({ ...facts, search: null }),
    online: facts.online,
    toAllow: stepToAllow(evidenceOf(facts, screen)),
  })
  const searched = facts.search !== null
  return (
    <Panel
      heading={t(heading)}
      steps={
        step === null || searched
          ? undefined
          : [t(step), <Trans key="search">Let this page search your network for the server.</Trans>]
      }
      primary={<SearchButton look="primary" />}
      quiet={
        <>
          <CheckAgain look="quiet" />
          {askedAlone && (
            <ActionButton action="ask-usual" look="text" onPress={actions.askUsual}>
              <Trans>Check the usual addresses</Trans>
            </ActionButton>
          )}
        </>
      }
      beside={
        <>
          <RouterQuestion />
          <KeepsTrying />
        </>
      }
      after={
        <>
          <AddressRow />
          <SearchElsewhere />
        </>
      }
    >
      {searched ? (
        <SearchOutcome />
      ) : (
        <p>
          <AddressText>{t(lead)}</AddressText>
        </p>
      )}
      {first !== null && <OddAddress address={first.address} />}
    </Panel>
  )
}
