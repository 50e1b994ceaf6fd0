import { Trans, useLingui } from '@lingui/react/macro'
import { ago } from '../i18n/ago.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { RecordList } from '../ui/record-list.tsx'
import { sentenceFor } from './failure-words.ts'
import type { Facts } from './facts.ts'
import type { Actions } from './use-actions.ts'

/** Every address that was asked and what it said last: nothing that this page does is hidden. */
export function Record({ facts, actions }: { facts: Facts; actions: Actions }) {
  const { t, i18n } = useLingui()
  const { candidates, now } = facts
  return (
    <Disclosure summary={t`What this page asked`}>
      <p>
        <Trans>This page asks the addresses below who they are. It talks to nobody else.</Trans>
      </p>
      <RecordList
        label={t`Addresses and what they said`}
        rows={candidates.map(({ address, heard }) => {
          const agoMs = heard === null ? 0 : now.steadyMs - heard.latest.atMs
          return {
            key: address,
            what: address,
            said: heard === null ? t`Not answered yet` : t(sentenceFor(address, heard.latest)),
            when: heard === null ? '' : ago(agoMs, i18n.locale),
            exact: new Date(now.epochMs - agoMs).toISOString().slice(0, 19),
          }
        })}
      />
      {facts.remembered && (
        <>
          <p>
            <Trans>
              This browser remembers at which addresses your servers answered, and nothing else of them.
            </Trans>
          </p>
          <p>
            <ActionButton action="forget-addresses" look="quiet" onPress={actions.forgetAddresses}>
              <Trans>Forget them</Trans>
            </ActionButton>
          </p>
        </>
      )}
    </Disclosure>
  )
}
