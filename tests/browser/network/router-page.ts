import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a home's router does at port 80; `redirects` leads to another path of its own. */
export type RouterManner = 'answers' | 'redirects' | 'refuses'

const PAGE = (manner: RouterManner): string => `require('node:http').createServer((request, response) => {
  if (${manner === 'redirects'} && request.url === '/') response.writeHead(302, { Location: '/login' }).end()
  else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Router</title>')
}).listen(80, () => console.log('ready'))`

/** Gives the router of a network of namespaces its page. Resolves to what takes it away again. */
export async function startRouterPage(manner: RouterManner): Promise<() => Promise<void>> {
  if (manner === 'refuses') return () => Promise.resolve()
  const args = ['netns', 'exec', 'router', process.execPath, '-e', PAGE(manner)]
  const child = spawn('ip', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}
