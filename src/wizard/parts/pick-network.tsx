import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { parseNetwork, type NetworkProblem } from '../../server/network.ts'
import { ROUTERS } from '../../server/routers.ts'
import { ButtonChoices } from '../../ui/button-choices.tsx'
import { NetworkForm } from '../../ui/network-form.tsx'
import { useWizardContext } from '../live/wizard-context.ts'

const PROBLEMS: Record<NetworkProblem, MessageDescriptor> = {
  empty: msg`Type the first three numbers of the network, for example 192.168.1.`,
  'not-a-network': msg`That is not a network this page can read. Type the first three numbers of the network, for example 192.168.1.`,
  'too-large': msg`That is more than this page searches at once. Type three numbers, for example 192.168.1, which stand for 254 addresses.`,
  'not-at-home': msg`Only networks at home are searched: those that begin with 192.168, with 10, or with 172.16 to 172.31.`,
}

/** Asks which network is to be searched, by what people know: their router. A press on it begins the search. */
export function PickNetwork() {
  const { actions } = useWizardContext()
  const { t } = useLingui()
  const [other, setOther] = useState(false)
  const [problem, setProblem] = useState<NetworkProblem | null>(null)

  function take(text: string): void {
    const parsed = parseNetwork(text)
    setProblem(parsed.kind === 'problem' ? parsed.problem : null)
    if (parsed.kind === 'network') actions.searchIn([parsed.network])
  }

  return (
    <>
      <ButtonChoices
        legend={t`Which router do you have?`}
        hint={t`Pressing one searches the network of that router. Nothing is changed there.`}
        action="search-router"
        choices={ROUTERS.map(({ name, networks }) => ({
          label: name,
          onPress: () => actions.searchIn(networks),
        }))}
        other={{ label: t`Another one, or not sure`, open: other, onPress: () => setOther(!other) }}
      />
      {other && (
        <NetworkForm
          label={t`The IP address of this device, or its first three numbers`}
          hint={t`The network settings of this device show its IP address, for example 192.168.1.23.`}
          submit={t`Search there`}
          submitAction="search-elsewhere"
          problem={problem === null ? null : t(PROBLEMS[problem])}
          onSubmit={take}
        />
      )}
    </>
  )
}
