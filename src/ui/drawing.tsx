import styles from './drawing.module.css'

export type DrawingName =
  | 'looking'
  | 'choosing'
  | 'missing'
  | 'blocked'
  | 'unreadable'
  | 'stranger'
  | 'starting'
  | 'unclaimed'
  | 'confirming'
  | 'overdue'
  | 'claimed'
  | 'crashed'

const GROUND = 'M10 80h76'
const HOUSE = `${GROUND}M18 50l30-26 30 26M26 43v37M70 43v37`
const LOW_HOUSE = `${GROUND}M24 60l24-20 24 20M31 54v26M65 54v26`

/** What is drawn in the colour of the text, and over it what the eye should find. */
const PATHS: Record<DrawingName, readonly [lines: string, accent: string]> = {
  looking: [`${LOW_HOUSE}M43 80V66h10v14`, 'M39 29a13 13 0 0 1 18 0M32 21a23 23 0 0 1 32 0M48 36v.01'],
  choosing: [
    `${GROUND}M12 65l11-10 11 10M16 61v19M30 61v19M62 65l11-10 11 10M66 61v19M80 61v19`,
    'M33 51l15-15 15 15M38 46v31M58 46v31M44 77V67h8v10',
  ],
  missing: [HOUSE, 'M40.5 52a7.5 7.5 0 1 1 10.5 7c-2.2 1-3 2.3-3 5M48 71v.01'],
  blocked: [
    'M24 50l24-22 24 22M31 44v14M65 44v14M43 58v-9h10v9',
    'M14 80V66l4-5 4 5v14M29 80V66l4-5 4 5v14M44 80V66l4-5 4 5v14M59 80V66l4-5 4 5v14M74 80V66l4-5 4 5v14M10 70h4M22 70h7M37 70h7M52 70h7M67 70h7M82 70h4',
  ],
  unreadable: [
    'M16 22h64M22 22v54M74 22v54M16 80h64',
    'M27 26v44q5 5 10.5 0q5 5 10.5 0q5 5 10.5 0q5 5 10.5 0V26M37.5 34v36M48 24v46M58.5 34v36',
  ],
  stranger: [
    `${GROUND}M10 56l17-15 17 15M15 51v29M39 51v29M23 80V67h8v13`,
    'M54 77V34h24v43M50 34h32M62 44v5M70 44v5M62 56v5M70 56v5M62 77v-8h8v8',
  ],
  starting: ['M10 66h76M22 74h52M36 82h24', 'M30 62a18 18 0 0 1 36 0M48 35v-9M29 43l-6-6M67 43l6-6'],
  unclaimed: [
    'M10 80h76M20 80V20a4 4 0 0 1 4-4h26a4 4 0 0 1 4 4v60M46 49v.01M28 26h18v12H28z',
    'M65 42a7 7 0 1 1 14 0a7 7 0 1 1-14 0M72 49v21M72 63h5M72 70h6',
  ],
  confirming: [
    'M18 48a30 30 0 1 0 60 0a30 30 0 1 0-60 0M48 24v.01M72 48v.01M48 72v.01M24 48v.01',
    'M48 33v15l10 7',
  ],
  overdue: [
    'M28 16h40M28 80h40M33 16v9c0 11 15 14 15 23s-15 12-15 23v9M63 16v9c0 11-15 14-15 23s15 12 15 23v9',
    'M41 33q7 4 14 0M48 53v8M39 76q9-11 18 0',
  ],
  claimed: [HOUSE, 'M37 59l8 8 15-17'],
  crashed: ['M28 46V16h28l13 13v15M56 16v13h13M28 58v22h41V56', 'M22 50l8 4 8-7 8 8 8-8 8 8 12-7'],
}

const WAITING: ReadonlySet<DrawingName> = new Set(['looking', 'starting', 'confirming'])

export function Drawing({ name }: { name: DrawingName }) {
  const [lines, accent] = PATHS[name]
  const look = name === 'claimed' ? 'claimed' : WAITING.has(name) ? 'pulsing' : 'still'
  return (
    <svg className={styles['drawing']} viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      <circle className={styles[name === 'claimed' ? 'claimedGlow' : 'glow']} cx="48" cy="48" r="48" />
      <path d={lines} />
      <path className={styles[look]} d={accent} pathLength={name === 'claimed' ? 1 : undefined} />
    </svg>
  )
}
