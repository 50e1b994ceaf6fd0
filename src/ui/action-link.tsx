import { createContext, use, useId, type MouseEvent, type ReactNode } from 'react'
import styles from './action.module.css'
import unseen from './unseen.module.css'

/** What every link that opens a tab says behind its words, for those who would not see that one opened. */
export const OpensTab = createContext('')

type Props = {
  href: string
  /** What automation knows this link by (`data-action`). */
  action: string
  look: 'primary' | 'quiet' | 'text'
  /** In a tab of its own, so that this page stays. */
  beside: boolean
  /** The id of what the link is about, where its words alone don't say so to somebody who reads nothing but links. */
  about?: string | undefined
  /** Called when the person goes there, by whichever button or key; the link is followed either way. */
  onFollow?: (() => void) | undefined
  children: ReactNode
}

const MIDDLE_BUTTON = 1

export function ActionLink({ href, action, look, beside, about, onFollow, children }: Props) {
  const opensTab = use(OpensTab)
  const id = useId()

  // A middle click opens a tab without a click event; the right button sends auxclick too, for its menu.
  function followByMiddleButton(event: MouseEvent) {
    if (event.button === MIDDLE_BUTTON) onFollow?.()
  }

  return (
    <a
      className={styles[look]}
      href={href}
      data-action={action}
      {...(about !== undefined && { id, 'aria-labelledby': `${id} ${about}` })}
      rel={beside ? 'noopener noreferrer' : 'noreferrer'}
      target={beside ? '_blank' : undefined}
      onClick={() => onFollow?.()}
      onAuxClick={followByMiddleButton}
    >
      {children}
      {beside && (
        <>
          {' '}
          <span className={unseen['unseen']}>{opensTab}</span>
        </>
      )}
    </a>
  )
}
