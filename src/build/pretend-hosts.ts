import type { Plugin } from 'vite'
import { HOSTS_PATH, hostsPage } from '../mocks/hosts-page.ts'

/** The list of pretend hosts inside the development server, which also prints where that is. */
export function pretendHostsPage(): Plugin {
  return {
    name: 'pretend-hosts',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.method === 'GET' && request.url === HOSTS_PATH) {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostsPage())
        } else next()
      })
      const printUrls = server.printUrls.bind(server)
      server.printUrls = () => {
        printUrls()
        const [url] = server.resolvedUrls?.local ?? []
        if (url !== undefined)
          server.config.logger.info(`  ➜  Pretend hosts: ${new URL(HOSTS_PATH, url).href}`)
      }
    },
  }
}
