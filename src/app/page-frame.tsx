import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { IS_DEMO } from '../account/origin.ts'
import { OpensTab } from '../ui/action-link.tsx'
import { Band } from '../ui/band.tsx'
import { Frame } from '../ui/frame.tsx'
import { Steps } from '../ui/steps.tsx'
import { useRemote } from '../ui/use-remote.ts'
import { STEPS, type Step } from '../wizard/screen/steps.ts'
import { AppearanceMenu, LanguageMenu } from './menus.tsx'

type Props = {
  step: Step
  map?: ReactNode
  children: ReactNode
  footer?: ReactNode
  /** What "back" on a remote control does, where it is this page's to do. */
  goBack?: (() => void) | undefined
}

/** What stands around every page, the crash page included. */
export function PageFrame({ step, map, children, footer, goBack }: Props) {
  useRemote(goBack ?? null)
  const { t } = useLingui()
  const labels: Record<Step, string> = { find: t`Find`, 'sign-in': t`Sign in`, ready: t`Ready` }
  const current = STEPS.indexOf(step)
  return (
    <OpensTab value={t`(opens a new tab)`}>
      <Frame
        title="Setup Plex"
        map={map}
        steps={
          <Steps
            label={t`Steps`}
            stateWords={{ done: t`(done)`, ahead: t`(later)` }}
            steps={STEPS.map((each, index) => ({
              label: labels[each],
              state: index < current ? 'done' : index === current ? 'current' : 'ahead',
            }))}
            captions={map !== undefined}
          />
        }
        menus={<LanguageMenu />}
        band={
          IS_DEMO && (
            <Band>
              <Trans>Demo: nothing here touches a real account</Trans>
            </Band>
          )
        }
        footer={
          <>
            {footer}
            <AppearanceMenu />
          </>
        }
      >
        {children}
      </Frame>
    </OpensTab>
  )
}
