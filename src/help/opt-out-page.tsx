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
    <HelpArticle heading={t`Doing without claiming`}>
      <p>
        <Trans>
          An advanced setting, enableLocalSecurity, takes the requirement off. Nobody has to use it: not
          claiming has no other consequence than that the server stays closed.
        </Trans>
      </p>
      <Remark kind="trouble">
        <Trans>
          With it, everybody in your network can change the server's settings and see what it holds. The
          setting is meant for a transition and may stop working with any later version.
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
              <Trans>Not needed here: up to version 1.43, only Windows and macOS ask for claiming.</Trans>
            </Remark>
          )}
          <CommandSteps place={place} commands={optOutCommands(place)} />
        </section>
      )}
      <Source article={201105343} title="Advanced, Hidden Server Settings" />
    </HelpArticle>
  )
}
