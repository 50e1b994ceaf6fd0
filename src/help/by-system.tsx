import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Place } from '../server/place.ts'
import { Disclosure } from '../ui/disclosure.tsx'

type Props = {
  place: Place
  blocks: readonly { readonly name: string; readonly content: ReactNode }[]
}

/** One block a system; where there are several, each opens by itself, so that nobody reads another one's lines. */
export function BySystem({ place, blocks }: Props) {
  const nameOf = useSystemName(place)
  const [only, ...others] = blocks
  if (others.length === 0) return only?.content
  return (
    <>
      <p>
        <Trans>Open the row that fits:</Trans>
      </p>
      {blocks.map(({ name, content }) => (
        <Disclosure key={name} summary={nameOf(name)}>
          {content}
        </Disclosure>
      ))}
    </>
  )
}

/** What a system is called: a service by the account in the column “Log On As”. */
export function useSystemName(place: Place): (name: string) => string {
  const { t } = useLingui()
  return (system) => (place === 'windows-service' ? t`Logs on as ${system}` : system)
}
