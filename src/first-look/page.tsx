import { ScreenLayout } from '../app/screen-layout.tsx'
import type { Opened } from '../wizard/facts/facts.ts'
import { WizardContext } from '../wizard/live/wizard-context.ts'
import type { PlainAsker } from './plain-asker.ts'
import { FirstScreenPage } from './first-screen-page.tsx'
import { useFirstWizard } from './use-first-wizard.ts'

/** The app's own screens, as far as the first look has them. */
export function FirstPage({ opened, asker }: { opened: Opened; asker: PlainAsker }) {
  return (
    <WizardContext value={useFirstWizard(opened, asker)}>
      <ScreenLayout topic={null}>
        <FirstScreenPage />
      </ScreenLayout>
    </WizardContext>
  )
}
