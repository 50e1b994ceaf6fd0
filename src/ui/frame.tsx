import type { ReactNode } from 'react'
import styles from './frame.module.css'

type Props = {
  title: string
  map?: ReactNode
  steps: ReactNode
  menus: ReactNode
  band?: ReactNode
  children: ReactNode
  footer: ReactNode
}

export function Frame({ title, map, steps, menus, band, children, footer }: Props) {
  return (
    <div className={styles['page']}>
      {band}
      <div className={styles['frame']}>
        <header className={styles['header']}>
          <p className={styles['title']}>{title}</p>
          <div className={styles['menus']}>{menus}</div>
          {map === undefined ? (
            steps
          ) : (
            <div className={styles['way']}>
              {map}
              {steps}
            </div>
          )}
        </header>
        <main className={styles['main']}>{children}</main>
        <footer className={styles['footer']}>{footer}</footer>
      </div>
    </div>
  )
}
