import { QueryClientProvider } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { HashRouter } from 'react-router-dom'
import { App } from '../../../src/app/app.tsx'
import { newQueryClient } from '../../../src/app/query-client.ts'
import { speak } from '../../../src/i18n/language.ts'
import { takeOver } from '../../../src/server/handed-over.ts'
import { takeAnswers } from '../../../src/server/take-answers.ts'
import type { Opened } from '../../../src/wizard/facts/facts.ts'
import { useAppWizard } from '../../../src/wizard/live/use-app-wizard.ts'
import { forgetKept } from './forget-kept.ts'
import { sightOf } from './sight-of.ts'
import { openedBy, type PageOpening, type PageScript } from './page.ts'

type Watched = { opened: Opened; onSight: PageOpening['onSight'] }

/** The app's wizard, with nothing drawn. */
function Watched({ opened, onSight }: Watched) {
  const wizard = useAppWizard(opened)
  useLayoutEffect(() => onSight(sightOf(wizard), wizard.actions))
  return null
}

/** Opens the app as `src/main.tsx` does; where it is not to be drawn, its wizard alone. */
const open: PageScript['open'] = (opening) => {
  const { into, drawn, onSight, onBug } = opening
  const opened = openedBy(opening)
  const client = newQueryClient()
  takeAnswers(client, takeOver())
  const root = createRoot(into, { onUncaughtError: onBug })
  if (drawn) {
    speak('en')
    root.render(<App client={client} framed={false} opened={opened} />)
  } else {
    root.render(
      <QueryClientProvider client={client}>
        <HashRouter>
          <Watched opened={opened} onSight={onSight} />
        </HashRouter>
      </QueryClientProvider>,
    )
  }
  return () => root.unmount()
}

Object.assign(globalThis, { appPage: { open, forgetKept } })
