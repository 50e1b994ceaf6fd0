// First of all: what comes next needs it.
import { afterwards } from '../lib/old-engines.ts'
import { options, render, type ComponentChild } from 'preact'
import { show, rememberedTheme } from '../app/theme.ts'
import { preferredLanguage, speak } from '../i18n/language.ts'
import { parseOrigin } from '../lib/address.ts'
import { languageIn } from '../routes/hash-place.ts'
import { handOver, takeOver } from '../server/handed-over.ts'
import { parseStamp } from '../stamp/read-stamp.ts'
import { newAsker } from './plain-asker.ts'
import { FirstPage } from './page.tsx'
import { onLanguage } from './stand-ins/lingui-core.ts'

// The page runs this where the app does not start: too old an engine, a bug, no memory (docs/decisions/0015).

const root = document.getElementById('root')
const asker = newAsker(takeOver())
const opened = {
  stamp: parseStamp(document.getElementById('setup-stamp')?.textContent),
  pageOrigin: parseOrigin(window.location.origin),
}

function draw(into: Element): void {
  const drawn: unknown = <FirstPage opened={opened} asker={asker} />
  render(drawn as ComponentChild, into)
}

// In a frame another page could cover its buttons. Only the app says so; the words to do by hand stay.
if (root !== null && window.top === window.self) {
  options.debounceRendering = afterwards
  // The browser's list of requests, which scripts can read, would hold addresses.
  performance.setResourceTimingBufferSize(0)
  speak(
    preferredLanguage({
      asked: languageIn(window.location.hash),
      stamped: opened.stamp.language,
      browser: navigator.languages,
    }),
  )
  show(rememberedTheme())
  onLanguage(() => draw(root))
  document.documentElement.dataset['look'] = 'first'
  // What was painted before the app failed makes room.
  window.dispatchEvent(new Event('setup-plex:take-over'))
  root.textContent = ''
  delete root.dataset['painted']
  draw(root)
  // An app that only took very long takes over all the same, and goes on from here.
  handOver(asker.answers)
  window.addEventListener('setup-plex:take-over', () => {
    asker.stop()
    render(null, root)
  })
}
