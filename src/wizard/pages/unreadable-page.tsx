import { Trans, useLingui } from '@lingui/react/macro'
import type { Address } from '../../lib/address.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Diagnosis } from '../diagnosis.tsx'
import { HandOver, originOfOwnPage } from '../hand-over.tsx'
import { KnownServer } from '../known-server.tsx'
import type { PageProps } from '../page-props.ts'
import { wantedOf } from '../server-on-screen.ts'
import { SignIn } from '../sign-in.tsx'
import { isNamed } from '../trust.ts'
import { TypeAddress } from '../type-address.tsx'

export function UnreadablePage({ stage, facts, actions }: PageProps<'unreadable'>) {
  const { t } = useLingui()
  const server = 'server' in stage ? stage.server : null
  const address = 'server' in stage ? stage.server.address : stage.address
  const machineIdentifier = server?.identity.machineIdentifier ?? wantedOf(facts)
  const own = originOfOwnPage(address, server?.identity.machineIdentifier, facts.stamp)
  const leadsThere = isNamed(own, facts)
  const signIn = machineIdentifier !== null && (
    <SignIn
      machineIdentifier={machineIdentifier}
      facts={facts}
      actions={actions}
      look={leadsThere ? 'quiet' : 'primary'}
    >
      <Trans>Sign in anyway</Trans>
    </SignIn>
  )
  return (
    <Panel
      drawing="unreadable"
      heading={
        server === null
          ? t`Your server is there, but it won't talk to this file`
          : t`Your server is there, but doesn't say whether it is claimed`
      }
      primary={
        leadsThere ? (
          <HandOver
            address={address}
            stamp={facts.stamp}
            look="primary"
            machineIdentifier={server?.identity.machineIdentifier}
          />
        ) : (
          signIn
        )
      }
      quiet={
        <>
          {leadsThere && signIn}
          <ActionButton action="check-now" look="quiet" onPress={actions.checkNow}>
            <Trans>Ask again now</Trans>
          </ActionButton>
        </>
      }
      after={
        <>
          {isNamed(address, facts) && <CheckByHand address={address} />}
          <Diagnosis facts={facts} stage={stage} />
          {!leadsThere && <TypeAddress actions={actions} />}
        </>
      }
    >
      {server === null ? (
        <p>
          <Trans>It answered, and hid the answer from this page. That is normal for some versions.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>It answered, and the part about the account is missing or unknown to this page.</Trans>
          </p>
          <KnownServer server={server} stamp={facts.stamp} />
        </>
      )}
      {machineIdentifier !== null && (
        <p>
          <Trans>
            Signing in works all the same. This page may be unable to tell you when it is done; you can check
            by hand.
          </Trans>
        </p>
      )}
      <Waiting>
        <Trans>This page goes on asking by itself.</Trans>
      </Waiting>
    </Panel>
  )
}

/** Following a link is not asking: what the page may not read, the person may. */
export function CheckByHand({ address }: { address: Address }) {
  const { t } = useLingui()
  return (
    <Disclosure summary={t`How to check by hand`}>
      <p>
        <Trans>
          Open the server's answer in a tab of its own. If you find claimed="1" or "claimed":true in it, the
          server is claimed; with 0 or false it is not.
        </Trans>
      </p>
      <p>
        <ActionLink action="check-by-hand" look="quiet" beside href={`${address}/identity`}>
          <Trans>Open the server's answer</Trans>
        </ActionLink>
      </p>
    </Disclosure>
  )
}
