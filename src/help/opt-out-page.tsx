import { Trans, useLingui } from '@lingui/react/macro'
import { Remark } from '../ui/remark.tsx'
import { CommandSteps } from './command-steps.tsx'
import { optOutCommands } from './commands.ts'
import type { HelpProps } from './help-props.ts'
import { GATES } from '../server/gate.ts'
import { HelpArticle, Source } from './shell.tsx'

/** Doing without claiming, for as long as the server lets that be. */
export function OptOutPage({ place, choosePlace }: HelpProps) {
  const { t } = useLingui()
  return (
    <HelpArticle heading={t`Doing without linking`}>
      <p>
        <Trans>
          An advanced setting, enableLocalSecurity, removes the requirement. Nobody has to use that setting: a
          server that is not linked stays closed, and nothing else happens.
        </Trans>
      </p>
      <Remark kind="trouble">
        <Trans>
          With that setting, everybody in your network can change the server's settings and see what is on the
          server. The setting is meant for a transition and may stop working with any later version.
        </Trans>
      </Remark>
      {choosePlace}
      {place !== null && (
        <section>
          <h2>
            <Trans>Step by step</Trans>
          </h2>
          {GATES[place] === undefined && (
            <Remark kind="info">
              <Trans>Not needed here: up to version 1.43, only Windows and macOS ask for linking.</Trans>
            </Remark>
          )}
          <CommandSteps place={place} commands={optOutCommands(place)} />
        </section>
      )}
      <Source article={201105343} title="Advanced, Hidden Server Settings" />
    </HelpArticle>
  )
}
