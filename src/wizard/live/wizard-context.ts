import { createContext, use } from 'react'
import type { ScreenName, ScreenOf } from '../screen/screen.ts'
import type { Wizard } from './use-wizard.ts'

export const WizardContext = createContext<Wizard | null>(null)

/** What every page and every part of one reads: the facts, what is on screen, and what the person can do. */
export function useWizardContext(): Wizard {
  const wizard = use(WizardContext)
  if (wizard === null) throw new Error('A part of the wizard stands outside of it')
  return wizard
}

/** The screen, for the page that shows the ones of these names. */
export function useScreen<Name extends ScreenName>(...names: readonly Name[]): ScreenOf<Name> {
  const { screen } = useWizardContext()
  if (!(names as readonly ScreenName[]).includes(screen.name)) {
    throw new Error(`This page does not show "${screen.name}"`)
  }
  return screen as ScreenOf<Name>
}
