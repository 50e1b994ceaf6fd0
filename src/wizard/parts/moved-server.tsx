import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { HelpLink } from '../../routes/help-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

/** For people whose own server has become another one. */
export function MovedServer() {
  const { t } = useLingui()
  const id = useId()
  return (
    <Disclosure icon="starting" summary={<span id={id}>{t`I moved or reinstalled the server`}</span>}>
      <p>
        <Trans>
          A server that was moved without its settings, or installed anew, is a new server with the old media.
          Link the new one: choose “Use this one instead”. If everything was copied, stop the old server first
          and carry its settings over.
        </Trans>
      </p>
      <p>
        <HelpLink topic="recover" about={id}>
          <Trans>Step by step</Trans>
        </HelpLink>
      </p>
    </Disclosure>
  )
}
