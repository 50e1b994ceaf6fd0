import { Trans, useLingui } from '@lingui/react/macro'
import { SYSTEMS } from '../server/systems.ts'
import { Remark } from '../ui/remark.tsx'
import { CommandSteps } from './command-steps.tsx'
import { recoveryCommands } from './commands.ts'
import type { HelpProps } from './help-props.ts'
import { HelpArticle, Source } from './shell.tsx'
import { RecoveryFacts } from './recovery-facts.tsx'
import { SignOutSteps } from './sign-out-steps.tsx'

/** When the account no longer accepts the server's sign-in. */
export function RecoverPage({ place, choosePlace }: HelpProps) {
  const { t } = useLingui()
  return (
    <HelpArticle heading={t`Sign-in no longer accepted`}>
      <p>
        <Trans>
          After a new password, or after being removed from the account, the server may still hold a sign-in
          that the account refuses. Your libraries are safe.
        </Trans>
      </p>
      {choosePlace}
      {place !== null && (
        <>
          <section>
            <h2>
              <Trans>First, without touching any settings file</Trans>
            </h2>
            <SignOutSteps place={place} />
          </section>
          <section>
            <h2>
              <Trans>Otherwise, take out the old sign-in</Trans>
            </h2>
            <p>
              <Trans>
                These are exactly four values; some of them may be missing. Leave all others as they are,
                above all MachineIdentifier and ProcessedMachineIdentifier, or the server becomes another one.
              </Trans>
            </p>
            <CommandSteps
              place={place}
              commands={recoveryCommands(place)}
              last={<Trans>Go back to this page's start, and sign in.</Trans>}
            />
            {place === 'docker' && <NewContainer />}
          </section>
        </>
      )}
      <RecoveryFacts place={place} />
      <Source article={204281528} title="Why am I locked out of Server Settings and how do I get in?" />
    </HelpArticle>
  )
}

/** What images make of a claim code. */
function NewContainer() {
  return (
    <Remark kind="info">
      <p>
        <Trans>
          The images take a claim code only when no token is stored. Once the four values are out, you can
          also create the container again with a fresh code. If that fails, remove the container once more,
          but not its data. In Home Assistant, another code and a restart of the app are enough.
        </Trans>
      </p>
      <dl>
        {SYSTEMS.docker.map(({ name, claim }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{claim}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Remark>
  )
}
