import { useEffect, useState } from 'react'
import { AppearanceMenu, LanguageMenu } from '../app/menus.tsx'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { SCREEN_NAMES, STAGE_OF } from '../wizard/screen/screen.ts'
import { AllMaps } from './all-maps.tsx'
import styles from './gallery.module.css'
import { OneScreen } from './one-screen.tsx'
import { Window } from './window.tsx'

/** Where the development server lists the pretend hosts. */
const HOSTS_PATH = '/hosts'
/** A telephone, and a window on a desk; the layout changes in between. */
const WIDTHS = [320, 800]

/** Every screen in a window of its own, in the language, colours and width that are chosen above them. */
export function AllScreens() {
  const [width, setWidth] = useState(800)
  useEffect(() => {
    document.title = 'Every screen · Setup Plex'
  }, [])
  return (
    <main className={styles['gallery']}>
      <h1>Every screen</h1>
      <p>
        Each comes from facts that stand still: its buttons and links do nothing. For pages that live there
        are the <a href={HOSTS_PATH}>pretend hosts</a>.
      </p>
      <div className={styles['menus']}>
        <LanguageMenu />
        <AppearanceMenu />
        <ChoiceMenu
          name="language"
          label="Width"
          value={String(width)}
          options={WIDTHS.map((each) => ({ value: String(each), label: `${each} px` }))}
          onChoose={(value) => setWidth(Number(value))}
        />
      </div>
      <AllMaps />
      <div className={styles['screens']}>
        {SCREEN_NAMES.map((name) => (
          <section key={name}>
            <h2>
              {name} <small>({STAGE_OF[name]})</small>
            </h2>
            {/* No page is lower than its window: to become lower it starts anew. */}
            <Window key={width} title={name} width={width}>
              <OneScreen name={name} />
            </Window>
          </section>
        ))}
      </div>
    </main>
  )
}
