import { Trans, useLingui } from '@lingui/react/macro'
import { tailOf } from '../../lib/machine-identifier.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Diagnosis } from '../diagnosis.tsx'
import { hostOf, sentenceFor } from '../failure-words.ts'
import type { PageProps } from '../page-props.ts'
import { SearchButton, SearchElsewhere } from '../search-network.tsx'
import { TypeAddress } from '../type-address.tsx'

export function StrangerPage({ stage, facts, actions }: PageProps<'stranger'>) {
  const { t } = useLingui()
  const { address, machineIdentifier } = stage
  const stamped = facts.stamp.machineIdentifier
  const served = facts.candidates.some(
    (each) => each.source === 'own-origin' && each.address !== address && each.heard?.first != null,
  )
  const host = hostOf(address)
  const tail = machineIdentifier === null ? '' : tailOf(machineIdentifier)
  const latest = facts.candidates.find((candidate) => candidate.address === address)?.heard?.latest
  return (
    <Panel
      drawing="stranger"
      heading={t`Something else answers here`}
      primary={<SearchButton facts={facts} actions={actions} look="primary" />}
      quiet={
        <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
          <Trans>Ask again now</Trans>
        </ActionButton>
      }
      after={
        <>
          <Diagnosis facts={facts} stage={stage} />
          {machineIdentifier !== null && (
            <Disclosure summary={t`Use this one instead`}>
              <p>
                <Trans>
                  This is another server, with the identifier …{tail}. If you go on, it is the one that gets
                  linked to your account. Do so only if you know it and it is yours.
                </Trans>
              </p>
              <p>
                <ActionButton
                  action="use-instead"
                  look="quiet"
                  onPress={() => actions.useInstead(machineIdentifier, address)}
                >
                  <Trans>Go on with server …{tail}</Trans>
                </ActionButton>
              </p>
            </Disclosure>
          )}
          <SearchElsewhere facts={facts} actions={actions} />
          <TypeAddress actions={actions} />
        </>
      }
    >
      <p>
        {machineIdentifier === null && latest !== undefined ? (
          t(sentenceFor(address, latest))
        ) : stamped === null && served ? (
          <Trans>At {host} there is a different server than the one that gave you this page.</Trans>
        ) : stamped === null ? (
          <Trans>At {host} there is a different server than the one that answered before.</Trans>
        ) : (
          <Trans>At {host} there is a different server than the one this file belongs to.</Trans>
        )}
      </p>
      <Waiting>
        <Trans>This page goes on asking by itself.</Trans>
      </Waiting>
    </Panel>
  )
}
