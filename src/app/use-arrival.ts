import { useLingui } from '@lingui/react'
import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * What happens when another screen comes. Its heading gets the focus, is announced (the text returned here is for a
 * live region), and becomes the tab's title. The title gets a tick once all is done. The first screen after opening the
 * page is simply read. When only the `health` changes, the line that tells it (`data-news`) is announced.
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
  useEffect(() => {
    const heading = page.current?.querySelector('h1')
    const text = heading?.textContent ?? ''
    document.title = `${done ? '✓ ' : ''}${text} · Setup Plex`
    if (seen.current === screen) return
    seen.current = screen
    setAnnouncement(text)
    // A person who is typing goes on typing: the field on the new screen has taken over.
    if (!(document.activeElement instanceof HTMLInputElement)) heading?.focus()
  }, [page, screen, done, i18n.locale])
  return announcement
}

/** The same for a page that replaces all others: it takes the title, and the focus once. */
export function useLastArrival(heading: RefObject<HTMLElement | null>): void {
  const { i18n } = useLingui()
  const arrived = useRef(false)
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} · Setup Plex`
    if (!arrived.current) heading.current?.focus()
    arrived.current = true
  }, [heading, i18n.locale])
}
