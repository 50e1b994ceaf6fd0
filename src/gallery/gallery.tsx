import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { HashRouter, Route, Routes } from 'react-router-dom'
import { CrashGuard } from '../app/crash-page.tsx'
import { AllScreens } from './all-screens.tsx'

const IN_THE_GALLERY = /^#\/gallery$/

/** The gallery where the address asks for it, and null where it asks for the app. */
export function galleryAt({ hash }: Location): ReactNode {
  const asked = IN_THE_GALLERY.test(hash)
  // Each has its own routes, so that a change from one to the other opens the page anew.
  window.addEventListener('hashchange', ({ newURL }) => {
    if (IN_THE_GALLERY.test(new URL(newURL).hash) === asked) return
    window.location.replace(newURL)
    window.location.reload()
  })
  return asked ? <Gallery /> : null
}

function Gallery() {
  return (
    <I18nProvider i18n={i18n}>
      <CrashGuard>
        <HashRouter>
          <Routes>
            <Route path="gallery" element={<AllScreens />} />
          </Routes>
        </HashRouter>
      </CrashGuard>
    </I18nProvider>
  )
}
