import { Icon } from './icon.tsx'
import styles from './steps.module.css'
import unseen from './unseen.module.css'

type StepState = 'done' | 'current' | 'ahead'

type Props = {
  label: string
  steps: readonly { label: string; state: StepState }[]
  /** Read out beside each step but the current one, of which `aria-current` tells. */
  stateWords: Record<Exclude<StepState, 'current'>, string>
  /** Do they stand below a picture, as its captions? It has the ticks. Else each has a line and a tick of its own. */
  captions: boolean
}

export function Steps({ label, steps, stateWords, captions }: Props) {
  return (
    <ol className={styles[captions ? 'captions' : 'steps']} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={styles[step.state]}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.state === 'done' && !captions && <Icon name="done" />}
          {step.label}{' '}
          {step.state !== 'current' && <span className={unseen['unseen']}>{stateWords[step.state]}</span>}
        </li>
      ))}
    </ol>
  )
}
