import { Trans, useLingui } from '@lingui/react/macro'
import { ago } from '../i18n/ago.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { RecordList } from '../ui/record-list.tsx'
import { sentenceFor } from './failure-words.ts'
import type { Facts } from './facts.ts'

/** Every address that was asked and what it said last: nothing that this page does is hidden. */
export function Record({ facts }: { facts: Facts }) {
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
    </Disclosure>
  )
}
