import type { ReactNode } from 'react'
import styles from './frame.module.css'
import { Icon } from './icon.tsx'
import unseen from './unseen.module.css'

type StepState = 'done' | 'current' | 'ahead'

type Props = {
  title: string
  steps: readonly { label: string; state: StepState }[]
  stepsLabel: string
  /** Read out beside each step. */
  stateWords: Record<StepState, string>
  menus: ReactNode
  band?: ReactNode
  children: ReactNode
  footer: ReactNode
}

export function Frame({ title, steps, stepsLabel, stateWords, menus, band, children, footer }: Props) {
  return (
    <div className={styles['page']}>
      {band}
      <div className={styles['frame']}>
        <header className={styles['header']}>
          <p className={styles['title']}>{title}</p>
          <div className={styles['menus']}>{menus}</div>
          <ol className={styles['steps']} aria-label={stepsLabel}>
            {steps.map(({ label, state }) => (
              <li
                key={label}
                className={styles[state]}
                aria-current={state === 'current' ? 'step' : undefined}
              >
                {state === 'done' && <Icon name="done" />}
                {label} <span className={unseen['unseen']}>{stateWords[state]}</span>
              </li>
            ))}
          </ol>
        </header>
        <main className={styles['main']}>{children}</main>
        <footer className={styles['footer']}>{footer}</footer>
      </div>
    </div>
  )
}
