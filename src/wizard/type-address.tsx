import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { parseAddress, type AddressProblem } from '../lib/address.ts'
import { AddressForm } from '../ui/address-form.tsx'
import { ADDRESS_PROBLEMS } from './address-words.ts'
import type { Actions } from './use-actions.ts'

/** For a person who knows where the server is. */
export function TypeAddress({ actions }: { actions: Actions }) {
  const { t } = useLingui()
  const { draft } = actions
  const [problem, setProblem] = useState<AddressProblem | null>(null)

  function take(text: string): void {
    const parsed = parseAddress(text)
    setProblem(parsed.kind === 'problem' ? parsed.problem : null)
    if (parsed.kind === 'problem') return
    Object.assign(draft, { text: '', typing: false })
    actions.askOnly({ address: parsed.address, how: 'typed' })
  }

  return (
    <AddressForm
      label={t`The server's address`}
      hint={t`Its number in your network, such as 192.168.1.10, or its name.`}
      submit={t`Ask there`}
      problem={problem === null ? null : t(ADDRESS_PROBLEMS[problem])}
      initial={draft.text}
      goesOn={draft.typing}
      onEdit={(text, typing) => Object.assign(draft, { text, typing })}
      onSubmit={take}
    />
  )
}
