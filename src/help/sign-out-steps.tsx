import { Trans } from '@lingui/react/macro'
import { useRoute } from '../lib/route.ts'
import { linkToHelp } from '../lib/topics.ts'
import type { Place } from '../server/place.ts'
import { ActionLink } from '../ui/action-link.tsx'

/** Signing out in the server's own pages, which offer that where they no longer offer claiming (announcement). */
export function SignOutSteps({ place }: { place: Place }) {
  const { parameters } = useRoute()
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
              <Trans>From another computer, make a tunnel and open its near end in a browser, such as</Trans>{' '}
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
      {tunnel && (
        <p>
          <ActionLink action="help" look="quiet" beside={false} href={linkToHelp('tunnel', parameters)}>
            <Trans>Make a tunnel</Trans>
          </ActionLink>
        </p>
      )}
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
