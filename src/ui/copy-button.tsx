import { useState } from 'react'
import { ActionButton } from './action-button.tsx'
import styles from './copy-button.module.css'

type Props = {
  text: string
  /** Selects the text where it stands on the page. */
  select: () => void
  action: string
  copy: string
  copied: string
  /** Said when the browser won't copy; the text is selected by then, so that a key press does it. */
  failed: string
}

/** Copies a text, and says whether the browser did. */
export function CopyButton({ text, select, action, copy, copied, failed }: Props) {
  const [outcome, setOutcome] = useState('')

  async function copyNow() {
    if (await copyByClipboard(text)) return setOutcome(copied)
    select()
    setOutcome(copySelection() ? copied : failed)
  }

  return (
    <div className={styles['row']}>
      <ActionButton action={action} look="quiet" onPress={() => void copyNow()}>
        {copy}
      </ActionButton>
      <span className={styles['outcome']} role="status">
        {outcome}
      </span>
    </div>
  )
}

/** Over plain HTTP from the server's own address there is no clipboard object at all. */
async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** The way of old, which takes what is selected on the page. */
function copySelection(): boolean {
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}
