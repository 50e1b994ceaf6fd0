import { Trans } from '@lingui/react/macro'
import { HelpLink } from '../routes/help-link.tsx'

/** To the page that makes a tunnel, for people who are not where the server is. */
export function TunnelLink() {
  return (
    <p>
      <HelpLink topic="tunnel">
        <Trans>Make a tunnel</Trans>
      </HelpLink>
    </p>
  )
}
