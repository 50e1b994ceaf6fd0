import { QueryClient } from '@tanstack/react-query'

/**
 * Defaults for asking machines on a home network. A LAN works without the internet, so `networkMode` must not wait for
 * it. Waiting goes on in a hidden tab. `src/wizard/screen/pace.ts` alone decides when to ask again.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchIntervalInBackground: true,
        staleTime: Infinity,
        // What is expected to fail is data. Anything else is a bug of ours, and shown as one.
        retry: false,
        throwOnError: true,
      },
    },
  })
}
