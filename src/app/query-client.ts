import { QueryClient } from '@tanstack/react-query'

/**
 * Defaults for asking machines on a home network. A LAN works without the internet, so `networkMode` must not
 * wait for it; waiting goes on in a hidden tab; when to ask again is decided by `src/wizard/asking.ts` alone.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchIntervalInBackground: true,
        staleTime: Infinity,
      },
    },
  })
}
