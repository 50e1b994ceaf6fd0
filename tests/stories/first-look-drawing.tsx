import { render, type ComponentChild } from 'preact'
import { ScreenLayout } from '../../src/app/screen-layout.tsx'
import { FirstScreenPage } from '../../src/first-look/first-screen-page.tsx'
import { speak } from '../../src/i18n/language.ts'
import type { Wizard } from '../../src/wizard/live/use-wizard.ts'
import { WizardContext } from '../../src/wizard/live/wizard-context.ts'

export type FirstLookDrawing = {
  readonly draw: (wizard: Wizard, into: Element) => void
  readonly speak: typeof speak
}

/** Built as the first look is, to draw facts that a test gives. */
const drawing: FirstLookDrawing = {
  draw: (wizard, into) => {
    const drawn: unknown = (
      <WizardContext value={wizard}>
        <ScreenLayout topic={null}>
          <FirstScreenPage />
        </ScreenLayout>
      </WizardContext>
    )
    render(drawn as ComponentChild, into)
  },
  speak,
}
Object.assign(window, { firstLookDrawing: drawing })
