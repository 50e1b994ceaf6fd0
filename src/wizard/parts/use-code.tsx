import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Server } from '../screen/server.ts'
import { CodeFor } from './code-for.tsx'
import { NeedsApp } from './needs-app.tsx'

/** The other way of claiming: a code that the person gets from the account, and this page hands to the server. */
export function UseCode({ server }: { server: Server }) {
  const { t } = useLingui()
  const { codeDraft } = useWizardContext()
  return (
    <NeedsApp>
      <Disclosure
        icon="unclaimed"
        summary={t`Use a claim code`}
        startsOpen={codeDraft.text !== '' || codeDraft.typing}
      >
        <CodeFor server={server} />
      </Disclosure>
    </NeedsApp>
  )
}
