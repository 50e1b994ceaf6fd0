import { QueryClientProvider } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { HashRouter } from 'react-router-dom'
import { newQueryClient } from '../../../src/app/query-client.ts'
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

/** Opens the app as `src/main.tsx` does, with its wizard alone. */
const open: PageScript['open'] = (opening) => {
  const { into, onSight, onBug } = opening
  const client = newQueryClient()
  takeAnswers(client, takeOver())
  const root = createRoot(into, { onUncaughtError: onBug })
  root.render(
    <QueryClientProvider client={client}>
      <HashRouter>
        <Watched opened={openedBy(opening)} onSight={onSight} />
      </HashRouter>
    </QueryClientProvider>,
  )
  return () => root.unmount()
}

Object.assign(globalThis, { appPage: { open, forgetKept } })
