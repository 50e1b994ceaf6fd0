import { Trans, useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { Source } from '../candidates.ts'
import { Diagnosis } from '../diagnosis.tsx'
import { hostOf } from '../failure-words.ts'
import { KnownServer } from '../known-server.tsx'
import type { PageProps } from '../page-props.ts'
import { TypeAddress } from '../type-address.tsx'
import { SearchingPage } from './searching-page.tsx'

export function LookingPage({ stage, facts, actions }: PageProps<'looking'>) {
  const { t } = useLingui()
  if ('search' in stage) return <SearchingPage stage={stage} facts={facts} actions={actions} />
  if (stage.found !== null) {
    return (
      <Panel
        drawing="looking"
        heading={t`Found your server`}
        after={<Diagnosis facts={facts} stage={stage} />}
      >
        <Waiting>
          <Trans>Asking it once more, to be sure.</Trans>
        </Waiting>
        <KnownServer server={stage.found} stamp={facts.stamp} />
      </Panel>
    )
  }
  const [first] = facts.candidates
  return (
    <Panel
      drawing="looking"
      heading={t`Looking for your server`}
      after={
        <>
          <Disclosure summary={t`Type its address`}>
            <TypeAddress actions={actions} />
          </Disclosure>
          <Diagnosis facts={facts} stage={stage} />
        </>
      }
    >
      <Waiting>
        {first === undefined ? null : <Asking source={first.source} host={hostOf(first.address)} />}
      </Waiting>
    </Panel>
  )
}

function Asking({ source, host }: { source: Source; host: string }) {
  switch (source) {
    case 'url':
      return <Trans>Asking {host}.</Trans>
    case 'own-origin':
      return <Trans>Asking {host}, where this page came from.</Trans>
    case 'stamp':
      return <Trans>Asking the addresses it left in this file.</Trans>
    case 'used':
      return <Trans>Asking the addresses that you used before.</Trans>
    case 'loopback':
      return <Trans>Asking this computer.</Trans>
    case 'search':
      return <Trans>Asking the addresses that the search found.</Trans>
  }
}
