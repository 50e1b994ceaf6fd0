import type { ReactNode } from 'react'
import { useWizardContext } from '../live/wizard-context.ts'

/** What only the app can do: left out where it could not start. */
export function NeedsApp({ children }: { children: ReactNode }): ReactNode {
  return useWizardContext().withoutApp ? null : children
}
