import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { HOSTS } from '../network/places.ts'

const run = promisify(execFile)

/** What the home's router does at port 80. */
export type RouterManner = 'answers' | 'redirects' | 'refuses'

/** What becomes of a question to another home network: the router knows no way, or the provider swallows it. */
export type Elsewhere = 'no way' | 'swallowed'

/** Its page, run inside the router; `redirects` leads to another path of its own. */
const PAGE = (manner: RouterManner): string => `require('node:http').createServer((request, response) => {
  if (${manner === 'redirects'} && request.url === '/') response.writeHead(302, { Location: '/login' }).end()
  else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Router</title>')
}).listen(80, () => console.log('ready'))`

/**
 * Makes the home another one: this computer, the router and the server at `.37` of `network`. Resolves to what takes the
 * router's page away again.
 */
export async function moveHome(
  network: string,
  manner: RouterManner,
  elsewhere: Elsewhere,
): Promise<() => Promise<void>> {
  const ip = (...args: string[]): Promise<unknown> => run('ip', args)
  const readdress = async (inside: string[], device: string, host: number): Promise<void> => {
    await ip(...inside, '-4', 'addr', 'flush', 'dev', device)
    await ip(...inside, 'addr', 'add', `${network}.${host}/24`, 'dev', device)
  }
  await readdress(['-n', 'router'], 'switch', 1)
  await readdress([], 'lan0', 2)
  await ip('route', 'replace', 'default', 'via', `${network}.1`)
  await readdress(['-n', 'server'], 'eth0', 37)
  await ip('-n', 'server', 'route', 'replace', 'default', 'via', `${network}.1`)
  const nft = (rules: string): Promise<unknown> => run('ip', ['netns', 'exec', 'router', 'nft', rules])
  await nft('add table inet provider; delete table inet provider')
  if (elsewhere === 'swallowed') {
    await ip('-n', 'router', 'route', 'replace', 'default', 'via', '203.0.113.10')
    const chain = 'add chain inet provider out { type filter hook forward priority 0; }'
    const homes = '{ 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 }'
    await nft(`add table inet provider; ${chain}; add rule inet provider out oifname to-public ip daddr ${homes} drop`)
  } else await ip('-n', 'router', 'route', 'flush', '0/0')
  if (manner === 'refuses') return () => Promise.resolve()
  const [program, ...args] = ['ip', 'netns', 'exec', 'router', process.execPath, '-e', PAGE(manner)] as const
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

/** Everybody back where they were. */
export async function moveBack(): Promise<void> {
  await moveHome('192.168.50', 'refuses', 'no way')
  await run('ip', ['-n', 'server', '-4', 'addr', 'flush', 'dev', 'eth0'])
  await run('ip', ['-n', 'server', 'addr', 'add', `${HOSTS.server.v4}/24`, 'dev', 'eth0'])
}
