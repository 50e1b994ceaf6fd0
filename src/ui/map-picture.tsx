import type { ReactNode } from 'react'
import styles from './map-picture.module.css'

type Line = 'whole' | 'dashed' | 'none'
type Mark = 'tick' | 'cross' | 'question' | 'barred' | 'ring' | 'dot' | 'dots' | 'stranger'

/** A line up to the mark, the mark, and a line behind. Shape tells the state, and colour says it once more. */
export type WayLook = {
  readonly before: Line
  readonly mark: Mark | null
  readonly after: Line
  readonly tone: 'quiet' | 'busy' | 'linked'
}

export type ServerLook = 'plain' | 'starting' | 'several' | 'dimmed'

type Props = {
  home: WayLook
  server: ServerLook
  account: WayLook
  /** Is the person on the way to the account themselves, past the server? */
  errand: boolean
}

const QUESTION = 'M7.3 7.3a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3.9-1.3 1.9M10 15v.01'

const MARKS: Record<Mark, string> = {
  tick: 'M4 10.5l4 4 8-9.5',
  cross: 'M5 5l10 10M15 5L5 15',
  question: QUESTION,
  barred: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M5 15L15 5',
  ring: 'M5 10a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  dot: 'M10 10v.01',
  dots: 'M5 10v.01M15 10v.01',
  stranger: `M1.5 2h17v16h-17z${QUESTION}`,
}

const DEVICE = 'M4 5.5h16v11H4zM2 19.5h20'
const SERVER = 'M4 4h16v7H4zM4 13h16v7H4zM8 7.5v.01M8 16.5v.01'
const SERVERS: Record<ServerLook, string> = {
  plain: SERVER,
  dimmed: SERVER,
  starting: SERVER,
  several: 'M2 7h14v6H2zM2 15h14v6H2zM5.5 10v.01M5.5 18v.01M7 3h15v14.5h-2',
}
const ACCOUNT = 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 20.5c1-4.5 4-6 8-6s7 1.5 8 6'

/** This device, the server and the account, and how far the ways between them lead. Says nothing aloud. */
export function MapPicture({ home, server, account, errand }: Props) {
  return (
    <div className={styles['map']} aria-hidden="true">
      {errand && (
        <svg className={styles['errand']} viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
          <path d="M0 10Q50-8 100 10" />
        </svg>
      )}
      <Place look={home.tone} path={DEVICE} />
      <Way {...home} />
      <Place look={server === 'dimmed' ? 'dimmed' : account.tone} path={SERVERS[server]}>
        {server === 'starting' && (
          <>
            <circle cx="18.5" cy="17.5" r="5" />
            <path d="M18.5 15v2.5l1.5 1" />
          </>
        )}
      </Place>
      <Way {...account} />
      <Place look={account.tone} path={ACCOUNT} />
    </div>
  )
}

type PlaceProps = { look: WayLook['tone'] | 'dimmed'; path: string; children?: ReactNode }

function Place({ look, path, children }: PlaceProps) {
  return (
    <svg
      className={`${styles['place']} ${styles[look === 'busy' ? 'quiet' : look]}`}
      viewBox="0 0 24 24"
      focusable="false"
    >
      <path d={path} />
      {children}
    </svg>
  )
}

function Way({ before, mark, after, tone }: WayLook) {
  return (
    <span className={`${styles['way']} ${styles[tone]}`}>
      <span className={styles[before]} />
      {mark !== null && (
        <svg className={`${styles['mark']} ${styles[mark]}`} viewBox="0 0 20 20" focusable="false">
          <path d={MARKS[mark]} />
        </svg>
      )}
      <span className={styles[after]} />
    </span>
  )
}
