import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { HelpLinkList } from './help-link-list.tsx'
import { NeedsApp } from './needs-app.tsx'

/** Help, whatever the stage: it is there when the network is not. */
export function HelpLinks() {
  const { t } = useLingui()
  return (
    <NeedsApp>
      <Disclosure icon="unknown" summary={t`Help`} lazy>
        <HelpLinkList />
      </Disclosure>
    </NeedsApp>
  )
}
