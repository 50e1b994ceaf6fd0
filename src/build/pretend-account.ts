import type { Plugin } from 'vite'
import { CODE_PATH, codePage } from '../mocks/code-page.ts'
import { APPROVE_PATH, SIGN_IN_PAGE, SIGN_IN_PATHS } from '../mocks/sign-in-page.ts'

/**
 * The pretend account service's pages inside the development server, at whatever address that was opened. An approval
 * reaches the pretend network through the browser's storage, which has to be the page's own. So the POST has nothing
 * left to do.
 */
export function pretendAccountPage(): Plugin {
  return {
    name: 'pretend-account',
    apply: 'serve',
    // Tests run by the same configuration, and see the page as people get it.
    config: (_config, { mode }) =>
      mode === 'test' ? {} : { define: { 'import.meta.env.VITE_ACCOUNT_ORIGIN': 'location.origin' } },
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
