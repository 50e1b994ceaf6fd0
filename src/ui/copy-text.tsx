import { useId, useRef, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { copyByClipboard, copySelection } from './copying.ts'
import styles from './field.module.css'

type Props = {
  text: string
  label: string
  copy: string
  copied: string
  /** Said when the browser won't copy; the text is selected by then, so that a key press does it. */
  failed: string
  action: string
}

export function CopyText({ text, label, copy, copied, failed, action }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState('')

  async function copyNow() {
    const done = (await copyByClipboard(text)) || copyBySelection(field.current)
    setOutcome(done ? copied : failed)
  }

  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} ref={field} readOnly value={text} rows={Math.min(text.split('\n').length + 1, 8)} />
      <div className={styles['row']}>
        <ActionButton action={action} look="quiet" onPress={() => void copyNow()}>
          {copy}
        </ActionButton>
        <span className={styles['outcome']} role="status">
          {outcome}
        </span>
      </div>
    </div>
  )
}

function copyBySelection(field: HTMLTextAreaElement | null): boolean {
  field?.focus()
  field?.select()
  return copySelection()
}
