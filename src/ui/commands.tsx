import { useRef, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import styles from './commands.module.css'
import { copyByClipboard, copySelection } from './copying.ts'

type Props = {
  /** Names the lines together with their button. */
  label: string
  lines: readonly string[]
  copy: string
  copied: string
  /** Said when the browser won't copy; the lines are selected by then. */
  failed: string
}

/** Lines to copy into a terminal. Nothing here runs them. */
export function Commands({ label, lines, copy, copied, failed }: Props) {
  const block = useRef<HTMLPreElement>(null)
  const [outcome, setOutcome] = useState('')
  const text = lines.join('\n')

  async function copyNow() {
    if (await copyByClipboard(text)) return setOutcome(copied)
    if (block.current !== null) window.getSelection()?.selectAllChildren(block.current)
    setOutcome(copySelection() ? copied : failed)
  }

  return (
    <div className={styles['commands']} role="group" aria-label={label}>
      <pre ref={block}>
        {lines.map((line) => (
          <code key={line}>{line}</code>
        ))}
      </pre>
      <div className={styles['row']}>
        <ActionButton action="copy-commands" look="quiet" onPress={() => void copyNow()}>
          {copy}
        </ActionButton>
        <span className={styles['outcome']} role="status">
          {outcome}
        </span>
      </div>
    </div>
  )
}
