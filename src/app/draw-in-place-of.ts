import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { takePlace } from './take-place.ts'

/**
 * Draws the app, and puts it in the place of what the page showed until then. Whatever drew that is told to end, and only
 * afterwards: it clears its place, in which the person may have the focus.
 */
export function drawInPlaceOf(before: HTMLElement, app: ReactNode): Root {
  const place = document.createElement('div')
  place.id = before.id
  const root = createRoot(place)
  // Drawn as a whole before it is seen, so that nothing moves when it comes.
  flushSync(() => root.render(app))
  document.getElementById('by-hand')?.remove()
  takePlace(before, place)
  window.dispatchEvent(new Event('setup-plex:take-over'))
  return root
}
