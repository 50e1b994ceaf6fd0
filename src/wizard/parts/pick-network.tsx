import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { COMMON_NETWORKS, parseNetwork, type NetworkProblem } from '../../server/network.ts'
import { PickForm } from '../../ui/pick-form.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { networksOf } from '../screen/networks.ts'

const PROBLEMS: Record<NetworkProblem, MessageDescriptor> = {
  empty: msg`Type the first three numbers of the network, for example 192.168.1.`,
  'not-a-network': msg`That is not a network this page can read. Type its first three numbers, for example 192.168.1.`,
  'too-large': msg`That is more than this page searches at once. Type three numbers, for example 192.168.1, which stand for 254 addresses.`,
  'not-at-home': msg`Only networks at home are searched: those that begin with 192.168, with 10, or with 172.16 to 172.31.`,
}

/** Asks which network is to be searched. */
export function PickNetwork({ look, action }: { look: 'primary' | 'quiet'; action: string }) {
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
