import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { HashRouter, MemoryRouter, Route, Routes } from 'react-router-dom'
import { ScreenLayout } from '../../src/app/screen-layout.tsx'
import { INERT } from '../../src/gallery/inert.ts'
import { speak } from '../../src/i18n/language.ts'
import type { Language } from '../../src/i18n/languages.ts'
import type { Topic } from '../../src/routes/topics.ts'
import type { Facts } from '../../src/wizard/facts/facts.ts'
import { NO_DRAFT } from '../../src/wizard/live/draft.ts'
import type { Wizard } from '../../src/wizard/live/use-wizard.ts'
import { WizardContext } from '../../src/wizard/live/wizard-context.ts'
import { HelpTopicPage } from '../../src/wizard/pages/help-topic-page.tsx'
import { ScreenPage } from '../../src/wizard/pages/screen-page.tsx'
import { knownOf } from '../../src/wizard/screen/known.ts'
import { screenOf } from '../../src/wizard/screen/screen-of.ts'

/** What a page with these facts draws from; its buttons do nothing. */
export function wizardOf(facts: Facts, { withoutApp }: Pick<Wizard, 'withoutApp'>): Wizard {
  const known = knownOf(facts)
  return {
    facts: known,
    screen: screenOf(known),
    actions: INERT,
    events: [],
    draft: NO_DRAFT,
    setDraft: () => undefined,
    codeDraft: NO_DRAFT,
    editCode: () => undefined,
    withoutApp,
  }
}

export function drawnByTheApp(wizard: Wizard, language: Language): Element {
  return showingByTheApp(language)(wizard)
}

/** Shows one after the other in the same page. */
export function showingByTheApp(language: Language): (wizard: Wizard) => Element {
  speak(language)
  const { container, rerender } = render(<I18nProvider i18n={i18n}>{null}</I18nProvider>)
  return (wizard) => {
    rerender(
      <I18nProvider i18n={i18n}>
        <HashRouter>
          <WizardContext value={wizard}>
            <ScreenLayout topic={null}>
              <ScreenPage />
            </ScreenLayout>
          </WizardContext>
        </HashRouter>
      </I18nProvider>,
    )
    return container
  }
}

/** A help page, beside the screen that the wizard would show. */
export function helpDrawnByTheApp(topic: Topic, wizard: Wizard, language: Language): Element {
  speak(language)
  return render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
        <MemoryRouter initialEntries={[`/help/${topic}`]}>
          <WizardContext value={wizard}>
            <ScreenLayout topic={topic}>
              <Routes>
                <Route path="/help/:topic" element={<HelpTopicPage />} />
              </Routes>
            </ScreenLayout>
          </WizardContext>
        </MemoryRouter>
      </QueryClientProvider>
    </I18nProvider>,
  ).container
}
