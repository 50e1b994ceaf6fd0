import { useRef } from 'react'
import styles from './commands.module.css'
import { CopyButton } from './copy-button.tsx'

type Props = {
  /** Names the lines together with their button. */
  label: string
  lines: readonly string[]
  copy: string
  copied: string
  failed: string
}

/** Lines to copy into a terminal. Nothing here runs them. */
export function Commands({ label, lines, ...button }: Props) {
  const block = useRef<HTMLPreElement>(null)

  function select() {
    if (block.current !== null) window.getSelection()?.selectAllChildren(block.current)
  }

  return (
    <div className={styles['commands']} role="group" aria-label={label}>
      <pre ref={block} dir="ltr" translate="no">
        {lines.map((line) => (
          <code key={line}>{line}</code>
        ))}
      </pre>
      <CopyButton {...button} action="copy-commands" text={lines.join('\n')} select={select} />
    </div>
  )
}
