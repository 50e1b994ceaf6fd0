import { http, passthrough } from 'msw'
import { setupWorker } from 'msw/browser'
import { watchApprovals } from './approvals.ts'
import { devNetwork } from './dev-network.ts'
import { handlersFor } from './handlers.ts'

/** The development server is no media server, but it answers every path: only `/identity` goes on to the pretend network. */
const ownAssets = http.all('*', ({ request }) => {
  const url = new URL(request.url)
  return url.origin === location.origin && url.pathname !== '/identity' ? passthrough() : undefined
})

/** Puts the pretend network between this page and the real one, until the page is closed. */
export async function startPretendNetwork(): Promise<void> {
  const network = devNetwork()
  watchApprovals(network.approve)
  const worker = setupWorker(ownAssets, ...handlersFor(network, location.origin))
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true })
}
