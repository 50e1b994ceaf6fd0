import { Outlet, useParams } from 'react-router-dom'
import { parseTopic } from '../routes/topics.ts'
import type { Opened } from '../wizard/facts/facts.ts'
import { useAppWizard } from '../wizard/live/use-app-wizard.ts'
import { WizardContext } from '../wizard/live/wizard-context.ts'
import { ScreenLayout } from './screen-layout.tsx'

/** Every screen and help page of the app. */
export function WizardLayout({ opened }: { opened: Opened }) {
  const topic = parseTopic(useParams()['topic'])
  return (
    <WizardContext value={useAppWizard(opened)}>
      <ScreenLayout topic={topic}>
        <Outlet />
      </ScreenLayout>
    </WizardContext>
  )
}
