import { http, passthrough } from 'msw'
import { setupWorker } from 'msw/browser'
import { watchApprovals } from './approvals.ts'
import { devAddress, devNetwork } from './dev-network.ts'
import { handlersFor } from './handlers.ts'

/** The page's own files come from the development server. Who that is, the pretend network says as for any host. */
const ownAssets = http.all('*', ({ request }) => {
  const url = new URL(request.url)
  return url.origin === location.origin && url.pathname !== '/identity' ? passthrough() : undefined
})

/** A page that another computer gives away doesn't ask this one for a server: without an address it would find none. */
function leadToAttic(): void {
  const { hostname, hash } = location
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname) || !['', '#', '#/'].includes(hash)) return
  history.replaceState(null, '', `#/?at=${devAddress('unclaimed')}`)
}

/** Puts the pretend network between this page and the real one, until the page is closed. */
export async function startPretendNetwork(): Promise<void> {
  leadToAttic()
  const network = devNetwork(location.origin)
  watchApprovals(network.approve)
  const worker = setupWorker(ownAssets, ...handlersFor(network, location.origin))
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true })
}
