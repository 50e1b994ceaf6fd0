import type { ReactNode, Ref } from 'react'
import { AddressText } from './address-text.tsx'
import { Drawing, type DrawingName } from './drawing.tsx'
import styles from './panel.module.css'

type Props = {
  /** Above the heading, where no map says how things are. */
  drawing?: DrawingName
  heading: string
  /** For moving focus here when the screen changes. */
  headingRef?: Ref<HTMLHeadingElement> | undefined
  children?: ReactNode
  primary?: ReactNode
  quiet?: ReactNode
  /** Details and fields below the actions. */
  after?: ReactNode
}

export function Panel({ drawing, heading, headingRef, children, primary, quiet, after }: Props) {
  return (
    <div className={styles['panel']}>
      {drawing !== undefined && <Drawing name={drawing} />}
      <h1 ref={headingRef} tabIndex={-1}>
        <AddressText narrow>{heading}</AddressText>
      </h1>
      {children}
      {(primary || quiet) && (
        <div className={styles['actions']}>
          {primary}
          {quiet}
        </div>
      )}
      {after}
    </div>
  )
}
