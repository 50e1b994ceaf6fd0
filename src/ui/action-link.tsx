import type { MouseEvent, ReactNode } from 'react'
import styles from './action.module.css'

type Props = {
  href: string
  /** What automation knows this link by (`data-action`). */
  action: string
  look: 'primary' | 'quiet' | 'text'
  /** In a tab of its own, so that this page stays. */
  beside: boolean
  /** Called when the person goes there, by whichever button or key; the link is followed either way. */
  onFollow?: (() => void) | undefined
  children: ReactNode
}

const MIDDLE_BUTTON = 1

export function ActionLink({ href, action, look, beside, onFollow, children }: Props) {
  // A middle click opens a tab without a click event; the right button sends auxclick too, for its menu.
  function followByMiddleButton(event: MouseEvent) {
    if (event.button === MIDDLE_BUTTON) onFollow?.()
  }

  return (
    <a
      className={styles[look]}
      href={href}
      data-action={action}
      rel={beside ? 'noopener noreferrer' : 'noreferrer'}
      target={beside ? '_blank' : undefined}
      onClick={() => onFollow?.()}
      onAuxClick={followByMiddleButton}
    >
      {children}
    </a>
  )
}
