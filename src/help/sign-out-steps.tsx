import { Trans } from '@lingui/react/macro'
import type { Place } from '../server/place.ts'
import { TunnelLink } from './tunnel-link.tsx'

/** Signing out in the server's own pages, which offer that where they no longer offer claiming (announcement). */
export function SignOutSteps({ place }: { place: Place }) {
  const { there, tunnel } = waysOn(place)
  return (
    <>
      <ol>
        <li>
          {there && (
            <p>
              <Trans>On the server's own computer, open this address in a browser:</Trans>{' '}
              <code>http://127.0.0.1:32400/web</code>
            </p>
          )}
          {tunnel && (
            <p>
              <Trans>
                From another computer: make a tunnel, and open its near end in a browser, for example:
              </Trans>{' '}
              <code>http://127.0.0.1:8888/web</code>
            </p>
          )}
        </li>
        <li>
          <Trans>Sign in there as the owner. In Settings, General, press “Sign out”.</Trans>
        </li>
        <li>
          <Trans>Go back to this page's start, and sign in.</Trans>
        </li>
      </ol>
      {tunnel && <TunnelLink />}
    </>
  )
}

/** Is there a browser on the server's computer, and may there be none? */
function waysOn(place: Place): { readonly there: boolean; readonly tunnel: boolean } {
  switch (place) {
    case 'windows-app':
    case 'windows-service':
    case 'mac':
      return { there: true, tunnel: false }
    case 'linux':
      return { there: true, tunnel: true }
    case 'docker':
    case 'nas':
    case 'rented':
      return { there: false, tunnel: true }
  }
}
