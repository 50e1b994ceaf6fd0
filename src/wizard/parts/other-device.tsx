import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import type { Server } from '../screen/server.ts'
import { NeedsApp } from './needs-app.tsx'
import { OtherDeviceCode } from './other-device-code.tsx'

/**
 * Signing in on a phone. Only on request: people are tricked with codes like this one (docs/security.md). On a television the
 * code stands there already.
 */
export function OtherDevice({ server }: { server: Server }) {
  const { t } = useLingui()
  if (useWizardContext().facts.fromAfar) return null
  return (
    <NeedsApp>
      <Disclosure icon="device" summary={t`Sign in on another device`} lazy>
        <OtherDeviceCode server={server} />
      </Disclosure>
    </NeedsApp>
  )
}
