import styles from './drawing.module.css'

export type DrawingName = 'blocked' | 'crashed'

/** What is drawn in the colour of the text, and over it what the eye should find. */
const PATHS: Record<DrawingName, readonly [lines: string, accent: string]> = {
  blocked: [
    'M24 50l24-22 24 22M31 44v14M65 44v14M43 58v-9h10v9',
    'M14 80V66l4-5 4 5v14M29 80V66l4-5 4 5v14M44 80V66l4-5 4 5v14M59 80V66l4-5 4 5v14M74 80V66l4-5 4 5v14M10 70h4M22 70h7M37 70h7M52 70h7M67 70h7M82 70h4',
  ],
  crashed: ['M28 46V16h28l13 13v15M56 16v13h13M28 58v22h41V56', 'M22 50l8 4 8-7 8 8 8-8 8 8 12-7'],
}

export function Drawing({ name }: { name: DrawingName }) {
  const [lines, accent] = PATHS[name]
  return (
    <svg className={styles['drawing']} viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      <circle className={styles['glow']} cx="48" cy="48" r="48" />
      <path d={lines} />
      <path className={styles['accent']} d={accent} />
    </svg>
  )
}
