import styles from './icon.module.css'

export type IconName = 'claimed' | 'unclaimed' | 'unknown' | 'starting' | 'info' | 'trouble' | 'done'

const CIRCLE = 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0-16 0'

const PATHS: Record<IconName, string> = {
  claimed: `${CIRCLE}M6 10.5l3 3 5-6.5`,
  unclaimed: 'M2.5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M9.5 10l8 8M13 13.5l2.5-2.5',
  unknown: `${CIRCLE}M7.7 8a2.4 2.4 0 1 1 3.4 2.1c-.8.4-1.1.8-1.1 1.6M10 14.4v.01`,
  starting: `${CIRCLE}M10 5.5V10l3 2`,
  info: `${CIRCLE}M10 9.5V14M10 6.3v.01`,
  trouble: 'M10 2.5 18.5 17h-17zM10 8v4M10 14.5v.01',
  done: 'M4 10.5l4 4 8-9.5',
}

/** Says nothing by itself: a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles['icon']} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
