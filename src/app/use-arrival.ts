import { useLingui } from '@lingui/react'
import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * What happens when another screen comes: its heading gets the focus, is announced (the text returned here is
 * for a live region), and becomes the tab's title, with a tick once all is done. The first screen after opening
 * the page is simply read.
 */
export function useArrival(page: RefObject<HTMLElement | null>, screen: string, done: boolean): string {
  const { i18n } = useLingui()
  const [announcement, setAnnouncement] = useState('')
  const seen = useRef(screen)
  useEffect(() => {
    const heading = page.current?.querySelector('h1')
    const text = heading?.textContent ?? ''
    document.title = `${done ? '✓ ' : ''}${text} · Setup Plex`
    if (seen.current === screen) return
    seen.current = screen
    setAnnouncement(text)
    heading?.focus()
  }, [page, screen, done, i18n.locale])
  return announcement
}
