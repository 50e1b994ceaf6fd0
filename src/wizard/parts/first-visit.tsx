import { Trans, useLingui } from '@lingui/react/macro'
import { HelpLink } from '../../routes/help-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWizardContext } from '../live/wizard-context.ts'
import { isFromOutside } from '../screen/trouble.ts'
import { NeedsApp } from './needs-app.tsx'
import { SearchButton, SearchElsewhere } from './search-network.tsx'
import { TypeAddress } from './type-address.tsx'

/** A beginning: no server is known anywhere, and nothing is wrong. */
export function FirstVisit() {
  const { t } = useLingui()
  const { facts } = useWizardContext()
  return (
    <Panel
      heading={t`Let's find your server`}
      primary={<SearchButton look="primary" />}
      beside={<TypeAddress />}
      after={
        <NeedsApp>
          <SearchElsewhere />
          <Disclosure icon="far" summary={t`The server is far away`}>
            <p>
              <Trans>
                Only a device in the server's own network can link the server. A tunnel brings this device
                there.
              </Trans>
            </p>
            <p>
              <HelpLink topic="tunnel">
                <Trans>Make a tunnel</Trans>
              </HelpLink>
            </p>
          </Disclosure>
          <Disclosure icon="file" summary={t`Get the server's own file`}>
            <p>
              <Trans>
                The server writes a file “Setup Plex.html” that knows its addresses. Opened from there, this
                page needs no search.
              </Trans>
            </p>
            <p>
              <HelpLink topic="find-the-file">
                <Trans>Where the file is</Trans>
              </HelpLink>
            </p>
          </Disclosure>
        </NeedsApp>
      }
    >
      <p>
        <Trans>This page can look through your network. Nothing is changed there.</Trans>
      </p>
      <p>
        {!facts.online ? (
          <Trans>This device is offline. Connect it to the server's network.</Trans>
        ) : isFromOutside(facts.pageOrigin) ? (
          <Trans>If the browser asks whether this page may reach your local network, allow it.</Trans>
        ) : (
          <Trans>
            Linking takes about a minute. You need this device in the server's network, the internet, and a
            Plex account, which you can create while signing in.
          </Trans>
        )}
      </p>
    </Panel>
  )
}
