import { Trans } from '@lingui/react/macro'

/** Said at the beginning, so that nobody gets up in the middle to look for something. */
export function WhatItTakes() {
  return (
    <p>
      <Trans>
        About a minute. You need this device in the server's network, the internet, and a Plex account (you
        can create one while signing in).
      </Trans>
    </p>
  )
}
