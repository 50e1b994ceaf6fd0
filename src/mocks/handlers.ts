import { http, type RequestHandler } from 'msw'
import { mayRead } from './cors.ts'
import type { PretendNetwork } from './network.ts'
import { responseFor } from './response.ts'

/**
 * Every request goes to the pretend network; an address that is not in it refuses the connection.
 * MSW knows no CORS and an intercepted request has no `Origin` yet, so both are supplied here for a page on
 * `origin` (`null` for a page opened from disk). There is no preflight.
 */
export function handlersFor(network: PretendNetwork, origin = 'null'): RequestHandler[] {
  return [
    http.all('*', async ({ request }) => {
      const headers = new Headers(request.headers)
      headers.set('origin', origin)
      const answer = network.answer({ method: request.method, url: new URL(request.url), headers })
      const open = request.mode === 'no-cors' || new URL(request.url).origin === origin
      if (!open && !mayRead(answer, origin)) return Response.error()
      return responseFor(answer, request.signal)
    }),
  ]
}
