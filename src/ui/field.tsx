import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

type Props = {
  label: string
  hint?: string | undefined
  /** What is wrong with the text; null where nothing is. */
  problem: string | null
  /** Is the problem said at once, because it is the answer to a press? */
  saysAtOnce?: boolean
  /** Stands beside the field. */
  button?: ReactNode
  input: ComponentProps<'input'>
}

/** A field for text that no program may change, with its label, its hint and what is wrong with the text. */
export function Field({ label, hint, problem, saysAtOnce = false, button, input }: Props) {
  const id = useId()
  const described = [problem !== null && `${id}-problem`, hint !== undefined && `${id}-hint`].filter(Boolean)
  const field = (
    <input
      type="text"
      {...input}
      id={id}
      dir="ltr"
      autoCapitalize="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      aria-invalid={problem !== null || undefined}
    />
  )
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {button === undefined ? (
        field
      ) : (
        <div className={styles['row']}>
          {field}
          {button}
        </div>
      )}
      {problem !== null && (
        <p className={styles['problem']} id={`${id}-problem`} {...(saysAtOnce && { role: 'alert' })}>
          <Icon name="trouble" />
          {problem}
        </p>
      )}
    </>
  )
}
