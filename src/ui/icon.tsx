import styles from './icon.module.css'

export type IconName =
  | 'claimed'
  | 'unclaimed'
  | 'unknown'
  | 'starting'
  | 'info'
  | 'trouble'
  | 'done'
  | 'address'
  | 'reason'
  | 'server'
  | 'device'
  | 'page'
  | 'far'
  | 'file'
  | 'list'

const CIRCLE = 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0-16 0'

const PATHS: Record<IconName, string> = {
  claimed: `${CIRCLE}M6 10.5l3 3 5-6.5`,
  unclaimed: 'M2.5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M9.5 10l8 8M13 13.5l2.5-2.5',
  unknown: `${CIRCLE}M7.7 8a2.4 2.4 0 1 1 3.4 2.1c-.8.4-1.1.8-1.1 1.6M10 14.4v.01`,
  starting: `${CIRCLE}M10 5.5V10l3 2`,
  info: `${CIRCLE}M10 9.5V14M10 6.3v.01`,
  trouble: 'M10 2.5 18.5 17h-17zM10 8v4M10 14.5v.01',
  done: 'M4 10.5l4 4 8-9.5',
  address: 'M10 18s6-5.5 6-10a6 6 0 0 0-12 0c0 4.5 6 10 6 10zM8 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  reason: 'M3 8.5a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M12.5 12.5 17.5 17.5',
  server: 'M3 3.5h14v5.5H3zM3 11h14v5.5H3zM6 6.3v.01M6 13.8v.01',
  device: 'M6 2.5h8v15H6zM9.5 15h1',
  page: 'M2.5 4h15v12.5h-15zM2.5 7.5h15',
  far: 'M3 12a4 4 0 0 0 4 4h7a3.5 3.5 0 0 0 .5-7A5 5 0 0 0 5 8.4 4 4 0 0 0 3 12',
  file: 'M5 2.5h6.5L15.5 6.5v11H5zM11 2.5V7h4.5',
  list: 'M4 5h.01M8 5h8.5M4 10h.01M8 10h8.5M4 15h.01M8 15h8.5',
}

/** Says nothing by itself: a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles['icon']} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
