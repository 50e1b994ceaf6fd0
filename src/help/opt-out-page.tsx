import { Trans, useLingui } from '@lingui/react/macro'
import { Remark } from '../ui/remark.tsx'
import { optOutCommands } from './commands.ts'
import type { HelpProps } from './help-props.ts'
import { CommandSteps } from './command-steps.tsx'
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
      {place !== null && <CommandSteps place={place} commands={optOutCommands(place)} />}
      <Source article="201105343-advanced-hidden-server-settings" />
    </HelpArticle>
  )
}
