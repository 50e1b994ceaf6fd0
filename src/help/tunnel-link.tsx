import { Trans } from '@lingui/react/macro'
import { useRoute } from '../lib/route.ts'
import { linkToHelp } from '../lib/topics.ts'
import { ActionLink } from '../ui/action-link.tsx'

/** To the page that makes a tunnel, for whoever is not where the server is. */
export function TunnelLink() {
  const { parameters } = useRoute()
  return (
    <p>
      <ActionLink action="help" look="quiet" beside={false} href={linkToHelp('tunnel', parameters)}>
        <Trans>Make a tunnel</Trans>
      </ActionLink>
    </p>
  )
}
