import styles from './badge.module.css'
import { Icon } from './icon.tsx'

export type BadgeProps = { icon: 'claimed' | 'unclaimed' | 'unknown' | 'starting'; word: string }

export function Badge({ icon, word }: BadgeProps) {
  return (
    <span className={icon === 'claimed' ? styles['claimed'] : styles['badge']}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
