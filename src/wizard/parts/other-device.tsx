import { useLingui } from '@lingui/react/macro'
import { Disclosure } from '../../ui/disclosure.tsx'
import type { Server } from '../screen/server.ts'
import { NeedsApp } from './needs-app.tsx'
import { OtherDeviceCode } from './other-device-code.tsx'

/** Signing in on a phone. Only on request: people are tricked with codes like this one (docs/security.md). */
export function OtherDevice({ server }: { server: Server }) {
  const { t } = useLingui()
  return (
    <NeedsApp>
      <Disclosure icon="device" summary={t`Sign in on another device`} lazy>
        <OtherDeviceCode server={server} />
      </Disclosure>
    </NeedsApp>
  )
}
