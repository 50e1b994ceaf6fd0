import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { HashRouter, Navigate, Route, Routes } from 'react-router-dom'
import type { Opened } from '../wizard/facts/facts.ts'
import { HelpTopicPage } from '../wizard/pages/help-topic-page.tsx'
import { ScreenPage } from '../wizard/pages/screen-page.tsx'
import { CrashGuard } from './crash-page.tsx'
import { Framed } from './framed.tsx'
import { UncaughtBugs } from './uncaught-bugs.tsx'
import { WizardLayout } from './wizard-layout.tsx'

type Props = {
  /** With what was asked before the app was there. */
  client: QueryClient
  opened: Opened
  /** Has another page put this one into a frame? */
  framed: boolean
}

export function App({ client, opened, framed }: Props) {
  return (
    <I18nProvider i18n={i18n}>
      <CrashGuard>
        <UncaughtBugs />
        {framed ? (
          <Framed />
        ) : (
          <QueryClientProvider client={client}>
            <HashRouter>
              <Routes>
                <Route element={<WizardLayout opened={opened} />}>
                  <Route index element={<ScreenPage />} />
                  <Route path="open" element={<ScreenPage />} />
                  <Route path="help/:topic" element={<HelpTopicPage />} />
                  <Route path="*" element={<Navigate to="/" replace />} />
                </Route>
              </Routes>
            </HashRouter>
          </QueryClientProvider>
        )}
      </CrashGuard>
    </I18nProvider>
  )
}
