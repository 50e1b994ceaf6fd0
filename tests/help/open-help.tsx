import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { vi } from 'vitest'
import type { Answers } from '../../src/diagnosis/answers.ts'
import { OneQuestion } from '../../src/diagnosis/questions.tsx'
import { HelpPage } from '../../src/help/help-page.tsx'
import { speak } from '../../src/i18n/language.ts'
import type { MachineIdentifier } from '../../src/lib/machine-identifier.ts'
import { TOPICS } from '../../src/lib/topics.ts'
import type { Place } from '../../src/server/place.ts'

export const PAGES = TOPICS.filter((topic) => topic !== 'trouble')

/** What answers at an address of this computer: a machine, or nobody. */
export type At = Readonly<Record<string, MachineIdentifier>>

type Opening = { topic: (typeof PAGES)[number]; place: Place | null; machine?: MachineIdentifier; at?: At }

/** Draws a help page as the wizard does, with everything unfolded that folds. */
export function openHelp({ topic, place, machine, at = {} }: Opening): void {
  const answers: Answers = { changed: null, moved: null, runs: place, sees: null }
  vi.stubGlobal('fetch', (url: string) => {
    const machineIdentifier = at[new URL(url).host]
    const identity = { MediaContainer: { claimed: false, machineIdentifier, version: '1.43.4.9999-abc' } }
    return machineIdentifier === undefined
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(JSON.stringify(identity)))
  })
  speak('en')
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <HelpPage
          topic={topic}
          place={place}
          choosePlace={<OneQuestion question="runs" answers={answers} answer={place} />}
          version={null}
          machine={machine ?? null}
          onTunnel={() => undefined}
        />
      </QueryClientProvider>
    </I18nProvider>,
  )
  unfold()
}

export function unfold(): void {
  for (const details of document.querySelectorAll('details')) details.open = true
}

export function closeHelp(): void {
  cleanup()
  vi.unstubAllGlobals()
}
