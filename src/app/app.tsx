import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { Opened } from '../wizard/use-facts.ts'
import { CrashGuard } from './crash-page.tsx'
import { Framed } from './framed.tsx'
import { newQueryClient } from './query-client.ts'
import { Start } from './start.tsx'

type Props = {
  opened: Opened
  /** Has another page put this one into a frame? */
  framed: boolean
}

export function App({ opened, framed }: Props) {
  const [client] = useState(newQueryClient)
  return (
    <I18nProvider i18n={i18n}>
      <CrashGuard>
        {framed ? (
          <Framed />
        ) : (
          <QueryClientProvider client={client}>
            <Start opened={opened} />
          </QueryClientProvider>
        )}
      </CrashGuard>
    </I18nProvider>
  )
}
