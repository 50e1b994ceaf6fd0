import styles from './qr-image.module.css'

type Props = {
  label: string
  /** Squares to a side, and the path around the dark ones. */
  size: number
  path: string
}

// Cameras need a margin of four squares.
const MARGIN = 4

/** Dark on light in every theme: many cameras read it in no other way. */
export function QrImage({ label, size, path }: Props) {
  const side = size + 2 * MARGIN
  return (
    <svg
      className={styles['qr']}
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
    >
      <rect x={-MARGIN} y={-MARGIN} width={side} height={side} />
      <path d={path} />
    </svg>
  )
}
