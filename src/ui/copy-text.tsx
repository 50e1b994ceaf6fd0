import { useId, useRef } from 'react'
import { CopyButton } from './copy-button.tsx'
import styles from './field.module.css'

type Props = { text: string; label: string; copy: string; copied: string; failed: string; action: string }

/** A text in a field, to be copied as it stands there. */
export function CopyText({ text, label, ...button }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)

  function select() {
    field.current?.focus()
    field.current?.select()
  }

  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        readOnly
        value={text}
        rows={Math.min(text.split('\n').length + 1, 8)}
      />
      <CopyButton {...button} text={text} select={select} />
    </div>
  )
}
