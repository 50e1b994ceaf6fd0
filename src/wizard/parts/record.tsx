import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NeedsApp } from './needs-app.tsx'
import { RecordContents } from './record-contents.tsx'

/** What this page did and whom it asked: nothing is hidden. */
export function Record() {
  const { t } = useLingui()
  return (
    <NeedsApp>
      <Disclosure icon="list" summary={t`Activity of this page`}>
        <RecordContents />
      </Disclosure>
    </NeedsApp>
  )
}
