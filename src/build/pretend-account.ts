import type { Plugin } from 'vite'
import { CODE_PATH, codePage } from '../mocks/code-page.ts'
import { APPROVE_PATH, SIGN_IN_PAGE, SIGN_IN_PATHS } from '../mocks/sign-in-page.ts'

/**
 * The pretend account service's sign-in page inside the development server. An approval reaches the
 * pretend network through the browser's storage, so the POST has nothing left to do.
 */
export function pretendAccountPage(): Plugin {
  return {
    name: 'pretend-account',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
        if (request.method === 'POST' && path === APPROVE_PATH) response.writeHead(204).end()
        else if (request.method === 'GET' && SIGN_IN_PATHS.includes(path)) {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SIGN_IN_PAGE)
        } else if (request.method === 'GET' && path === CODE_PATH) {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(codePage())
        } else next()
      })
    },
  }
}
