import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { rememberedTheme, show } from './app/theme.ts'
import { preferredLanguage, speak } from './i18n/language.ts'
import { parseOrigin } from './lib/address.ts'
import { parseStamp } from './stamp/read-stamp.ts'
import './ui/theme.css'

/** Instead of the app, in development only. */
let gallery: ReactNode = null
if (import.meta.env.DEV) {
  const { startPretendNetwork } = await import('./mocks/browser.ts')
  await startPretendNetwork()
  const { galleryAt } = await import('./gallery/gallery.tsx')
  gallery = galleryAt(window.location)
}

// The browser's list of requests, which scripts can read, would hold claim codes.
performance.setResourceTimingBufferSize(0)
speak(preferredLanguage(navigator.languages))
show(rememberedTheme())

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app')
document.getElementById('by-hand')?.remove()
// Ends the first look, which stands in where the app takes too long.
window.dispatchEvent(new Event('setup-plex:app'))
document.documentElement.dataset['look'] = 'app'
createRoot(root).render(
  <StrictMode>
    {gallery ?? (
      <App
        framed={window.top !== window.self}
        opened={{
          stamp: parseStamp(document.getElementById('setup-stamp')?.textContent),
          pageOrigin: parseOrigin(window.location.origin),
        }}
      />
    )}
  </StrictMode>,
)
