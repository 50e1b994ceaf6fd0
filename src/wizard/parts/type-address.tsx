import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { parseAddress, type AddressProblem } from '../../lib/address.ts'
import { AddressForm } from '../../ui/address-form.tsx'
import { ADDRESS_PROBLEMS } from '../words/address-words.ts'
import { hostOf } from '../words/failure-words.ts'
import { NO_DRAFT } from '../live/draft.ts'
import { useWizardContext } from '../live/wizard-context.ts'

/** For a person who knows where the server is. */
export function TypeAddress() {
  const { t } = useLingui()
  const { actions, draft, setDraft } = useWizardContext()
  const [problem, setProblem] = useState<AddressProblem | null>(null)

  const read = parseAddress(draft.text)
  const port = read.kind === 'address' ? read.portBehindSlash : undefined
  const host = read.kind === 'address' ? hostOf(read.address) : ''

  function take(text: string): void {
    const parsed = parseAddress(text)
    setProblem(parsed.kind === 'problem' ? parsed.problem : null)
    if (parsed.kind === 'problem') return
    setDraft(NO_DRAFT)
    actions.askOnly({ address: parsed.address, how: 'typed' })
  }

  return (
    <AddressForm
      label={t`The server's address`}
      hint={
        port === undefined
          ? t`The server's IP address, for example 192.168.1.10, or its name.`
          : t`The page reads /${port} as the port, and checks ${host}.`
      }
      submit={t`Check there`}
      problem={problem === null ? null : t(ADDRESS_PROBLEMS[problem])}
      initial={draft.text}
      goesOn={draft.typing}
      onEdit={(text, typing) => setDraft({ text, typing })}
      onSubmit={take}
    />
  )
}
