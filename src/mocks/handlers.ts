import { http, type RequestHandler } from 'msw'
import type { PretendNetwork } from './network.ts'
import { responseFor } from './response.ts'
import type { WireAnswer } from './wire.ts'

function mayRead(answer: WireAnswer, request: Request, origin: string): boolean {
  if (request.mode === 'no-cors' || new URL(request.url).origin === origin) return true
  if (!('status' in answer)) return true
  const allowed = answer.headers['access-control-allow-origin']
  return allowed === '*' || allowed === origin
}

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
      if (!mayRead(answer, request, origin)) return Response.error()
      return responseFor(answer, request.signal)
    }),
  ]
}
