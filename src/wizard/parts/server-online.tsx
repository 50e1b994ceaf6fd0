import { Trans, useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'

/** What a server needs to hear from the account, and how somebody finds out whether it has that. */
export function ServerOnline() {
  const { t } = useLingui()
  return (
    <Disclosure icon="server" summary={t`Check the server's clock and internet`}>
      <ol>
        <li>
          <Trans>
            On the server's computer, look at the clock. Where date or time are wrong by minutes, no sign-in
            arrives.
          </Trans>
        </li>
        <li>
          <Trans>
            On the same computer, open plex.tv in a browser. If the page does not come, the server has no way
            out either: look at its cable or Wi-Fi, at DNS, and at firewalls that block port 443.
          </Trans>
        </li>
        <li>
          <Trans>Restart the server once both are right, and sign in again.</Trans>
        </li>
      </ol>
    </Disclosure>
  )
}
