import { Trans, useLingui } from '@lingui/react/macro'
import { HelpLink } from '../../routes/help-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

/** For people whose own server has become another one. */
export function MovedServer() {
  const { t } = useLingui()
  return (
    <Disclosure icon="starting" summary={t`I moved or reinstalled the server`}>
      <p>
        <Trans>
          A server that was moved without its settings, or installed anew, is a new server with the old media.
          Link the new one: choose “Use this one instead”. If everything was copied, stop the old server first
          and carry its settings over.
        </Trans>
      </p>
      <p>
        <HelpLink topic="recover">
          <Trans>Step by step</Trans>
        </HelpLink>
      </p>
    </Disclosure>
  )
}
