import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { HOSTS } from '../network/places.ts'
import { startRouterPage, type RouterManner } from '../network/router-page.ts'

const run = promisify(execFile)

/** What becomes of a question to another home network: the router knows no way, or the provider swallows it. */
export type Elsewhere = 'no way' | 'swallowed'

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
    await nft(
      `add table inet provider; ${chain}; add rule inet provider out oifname to-public ip daddr ${homes} drop`,
    )
  } else await ip('-n', 'router', 'route', 'flush', '0/0')
  return startRouterPage(manner)
}

/** Everybody back where they were. */
export async function moveBack(): Promise<void> {
  await moveHome('192.168.50', 'refuses', 'no way')
  await run('ip', ['-n', 'server', '-4', 'addr', 'flush', 'dev', 'eth0'])
  await run('ip', ['-n', 'server', 'addr', 'add', `${HOSTS.server.v4}/24`, 'dev', 'eth0'])
}
