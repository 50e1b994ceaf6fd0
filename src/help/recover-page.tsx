import { Trans, useLingui } from '@lingui/react/macro'
import { Remark } from '../ui/remark.tsx'
import { CommandSteps } from './command-steps.tsx'
import { recoveryCommands } from './commands.ts'
import type { HelpProps } from './help-props.ts'
import { HelpArticle, Lines, Source } from './shell.tsx'

/** When the account no longer accepts the server's sign-in. */
export function RecoverPage({ place, choosePlace }: HelpProps) {
  const { t } = useLingui()
  return (
    <HelpArticle heading={t`Sign-in no longer accepted`}>
      <p>
        <Trans>
          After a new password, or when the server was removed from the account, it may still hold a sign-in
          that the account refuses. Libraries and watched marks stay where they are.
        </Trans>
      </p>
      <section>
        <h2>
          <Trans>First, without touching any settings file</Trans>
        </h2>
        <ol>
          <li>
            <Trans>On the server's own computer, open this address in a browser:</Trans>{' '}
            <code>http://127.0.0.1:32400/web</code>
          </li>
          <li>
            <Trans>
              Sign in there as the owner. In Settings, General, press “Sign out”, then “Sign in” or “Claim
              server”.
            </Trans>
          </li>
          <li>
            <Trans>Come back here: this page says when the server is claimed.</Trans>
          </li>
        </ol>
      </section>
      <section>
        <h2>
          <Trans>Otherwise, take out the old sign-in</Trans>
        </h2>
        <p>
          <Trans>
            It is exactly four values; some of them may be missing. Leave all others as they are, above all
            MachineIdentifier and ProcessedMachineIdentifier, or it becomes another server.
          </Trans>
        </p>
        {choosePlace}
      </section>
      {place !== null && <CommandSteps place={place} commands={recoveryCommands(place)} />}
      {place === 'docker' && (
        <>
          <Remark kind="info">
            <Trans>
              The images take a claim code only when no token is stored. Once the four values are out, create
              the container again with a fresh code in this variable:
            </Trans>
          </Remark>
          <Lines label={t`The container's variable`} lines={['PLEX_CLAIM=<claim code>']} />
        </>
      )}
      {place !== null && (
        <section>
          <h2>
            <Trans>5. Claim it again</Trans>
          </h2>
          <p>
            <Trans>Go back to this page's start, and sign in.</Trans>
          </p>
        </section>
      )}
      <Source article="204281528-why-am-i-locked-out-of-server-settings-and-how-do-i-get-in" />
    </HelpArticle>
  )
}
