import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { StartLink } from '../../routes/start-link.tsx'
import { Remark } from '../../ui/remark.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { wasUnlinked } from '../screen/page-events.ts'

/** On a help page, where the server becomes linked while somebody reads. */
export function LinkedMeanwhile() {
  const { screen, events } = useWizardContext()
  const linked = screen.name === 'claimed'
  const [linkedBefore] = useState(linked)
  // A page that opens on its help has to look first; what it finds then is no news.
  if (!linked || linkedBefore || !wasUnlinked(events)) return null
  return (
    <Remark kind="info">
      <p data-news>
        <Trans>Your server was linked meanwhile.</Trans>
      </p>
      <p>
        <StartLink action="see-linked" look="text">
          <Trans>See what comes next</Trans>
        </StartLink>
      </p>
    </Remark>
  )
}
