import action from './action.module.css'
import styles from './button-choices.module.css'

type Props = {
  legend: string
  hint: string
  /** What automation knows each of them by (`data-action`). */
  action: string
  choices: readonly { readonly label: string; readonly onPress: () => void }[]
  /** The way out, which opens something below. */
  other: { readonly label: string; readonly open: boolean; readonly onPress: () => void }
}

/** One question whose answers are buttons: a press is the answer. */
export function ButtonChoices({ legend, hint, action: name, choices, other }: Props) {
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      <p className={styles['hint']}>{hint}</p>
      <div className={styles['buttons']}>
        {choices.map(({ label, onPress }) => (
          <button key={label} className={action['quiet']} type="button" data-action={name} onClick={onPress}>
            <bdi>{label}</bdi>
          </button>
        ))}
        <button className={action['quiet']} type="button" aria-expanded={other.open} onClick={other.onPress}>
          {other.label}
        </button>
      </div>
    </fieldset>
  )
}
