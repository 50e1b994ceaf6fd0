import { useLingui } from '@lingui/react'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/**
 * What happens when another screen comes. Its heading becomes the tab's title, with a tick once all is done. It is said
 * once. Where the focus was nowhere, or went with its place, the heading gets it, and screen readers read that. Elsewhere
 * the focus stays, and the heading is returned here for a live region.
 * The first screen after opening the page is simply read. When only the `health` changes, the line that tells it
 * (`data-news`) is announced.
 */
export function useArrival(
  page: RefObject<HTMLElement | null>,
  screen: string,
  done: boolean,
  health: string | null,
): string {
  const { i18n } = useLingui()
  const [announcement, setAnnouncement] = useState('')
  const seen = useRef(screen)
  const known = useRef(health)
  useEffect(() => {
    if (known.current === health) return
    known.current = health
    const news = page.current?.querySelector('[data-news]')?.textContent
    if (seen.current === screen && news !== undefined) setAnnouncement(news)
  }, [page, screen, health])
  useLayoutEffect(() => {
    // Together with the stage: a hidden page runs other effects a second later.
    document.title = `${done ? '✓ ' : ''}${headingOf(page)?.textContent ?? ''} · Setup Plex`
  }, [page, screen, done, i18n.locale])
  useEffect(() => {
    if (seen.current === screen) return
    seen.current = screen
    const heading = headingOf(page)
    const text = heading?.textContent ?? ''
    // What had the focus went with its screen; a field where somebody was typing has taken over by now.
    const nowhere = isFocusNowhere()
    setAnnouncement(nowhere ? '' : text)
    if (nowhere) heading?.focus()
  }, [page, screen])
  useKeptFocus(page)
  return announcement
}

/** Where what had the focus goes though its screen stays, the heading gets it. */
function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  const held = useRef<EventTarget | null>(null)
  useEffect(() => {
    const take = ({ target }: FocusEvent): void => {
      held.current = target
    }
    document.addEventListener('focusin', take)
    return () => document.removeEventListener('focusin', take)
  }, [])
  // After each drawing, and after what else moves the focus.
  useEffect(() => {
    const { current } = held
    if (!(current instanceof Node) || current.isConnected || !isFocusNowhere()) return
    // Nobody who reads elsewhere on the page shall be taken from there.
    headingOf(page)?.focus({ preventScroll: true })
  })
}

function isFocusNowhere(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

function headingOf(page: RefObject<HTMLElement | null>): HTMLElement | null | undefined {
  return page.current?.querySelector('h1')
}

/** The same for a page that replaces all others: it takes the title, and the focus once. */
export function useLastArrival(heading: RefObject<HTMLElement | null>): void {
  const { i18n } = useLingui()
  const arrived = useRef(false)
  useLayoutEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} · Setup Plex`
  }, [heading, i18n.locale])
  useEffect(() => {
    if (!arrived.current) heading.current?.focus()
    arrived.current = true
  }, [heading])
}
