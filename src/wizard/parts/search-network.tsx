import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { COMMON_NETWORKS, parseNetwork, type NetworkProblem } from '../../server/network.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PickForm } from '../../ui/pick-form.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { networksOf } from '../screen/networks.ts'

/** Starts a search of the network that the server is most likely in; nothing where the page knows of none. */
export function SearchButton({ look }: { look: 'primary' | 'quiet' }) {
  const { facts, actions } = useWizardContext()
  const [network] = networksOf(facts)
  if (network === undefined) return null
  return (
    <ActionButton action="search" look={look} onPress={() => actions.search(network)}>
      {facts.search === null ? <Trans>Search the network</Trans> : <Trans>Search again</Trans>}
    </ActionButton>
  )
}

/** Lets the person say which network: the only way where the page knows of none, else one for other networks. */
export function SearchElsewhere() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  return networksOf(facts).length === 0 ? (
    <PickNetwork look="primary" action="search" />
  ) : (
    <Disclosure summary={t`Search another network`}>
      <PickNetwork look="quiet" action="search-elsewhere" />
    </Disclosure>
  )
}

const PROBLEMS: Record<NetworkProblem, MessageDescriptor> = {
  empty: msg`Type the first three numbers of the network, for example 192.168.1.`,
  'not-a-network': msg`That is not a network this page can read. Type its first three numbers, for example 192.168.1.`,
  'too-large': msg`That is more than this page searches at once. Type three numbers, for example 192.168.1, which stand for 254 addresses.`,
  'not-at-home': msg`Only networks at home are searched: those that begin with 192.168, with 10, or with 172.16 to 172.31.`,
}

function PickNetwork({ look, action }: { look: 'primary' | 'quiet'; action: string }) {
  const { facts, actions } = useWizardContext()
  const { t } = useLingui()
  const [problem, setProblem] = useState<NetworkProblem | null>(null)
  const networks = [...new Set([...networksOf(facts), ...COMMON_NETWORKS])]
  return (
    <PickForm
      legend={t`How do the addresses in your network begin?`}
      options={networks.map((network) => ({ value: network, label: `${network}.x` }))}
      other={{
        label: t`Another beginning`,
        hint: t`The network settings of this device show its address. The first three numbers are what is asked for here.`,
      }}
      submit={action === 'search' ? t`Search the network` : t`Search there`}
      submitAction={action}
      look={look}
      problem={problem === null ? null : t(PROBLEMS[problem])}
      onSubmit={(text) => {
        const parsed = parseNetwork(text)
        setProblem(parsed.kind === 'problem' ? parsed.problem : null)
        if (parsed.kind === 'network') actions.search(parsed.network)
      }}
    />
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
