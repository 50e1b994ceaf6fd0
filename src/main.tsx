import { StrictMode, type ReactNode } from 'react'
import { App } from './app/app.tsx'
import { drawInPlaceOf } from './app/draw-in-place-of.ts'
import { newQueryClient } from './app/query-client.ts'
import { rememberedTheme, show } from './app/theme.ts'
import { preferredLanguage, speak } from './i18n/language.ts'
import { parseOrigin } from './lib/address.ts'
import { languageIn } from './routes/hash-place.ts'
import { takeOver } from './server/handed-over.ts'
import { takeAnswers } from './server/take-answers.ts'
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
const opened = {
  stamp: parseStamp(document.getElementById('setup-stamp')?.textContent),
  pageOrigin: parseOrigin(window.location.origin),
}
speak(
  preferredLanguage({
    asked: languageIn(window.location.hash),
    stamped: opened.stamp.language,
    browser: navigator.languages,
  }),
)
show(rememberedTheme())

const before = document.getElementById('root')
if (before === null) throw new Error('The page has no place for the app')
const client = newQueryClient()
takeAnswers(client, takeOver())
drawInPlaceOf(
  before,
  <StrictMode>
    {gallery ?? <App client={client} framed={window.top !== window.self} opened={opened} />}
  </StrictMode>,
)
document.documentElement.dataset['look'] = 'app'
