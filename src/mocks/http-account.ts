import { pretendAccount } from './account.ts'
import { CODE_PATH, codePage } from './code-page.ts'
import { listenerFor, originOf } from './listener.ts'
import { APPROVE_PATH, SIGN_IN_PAGE, SIGN_IN_PATHS } from './sign-in-page.ts'

/** The pretend account service on a real socket of this computer. */
export interface RunningAccount {
  readonly origin: string
  approve(machineIdentifier: string): void
  approved(): readonly string[]
  /** Calls back at every approval; give it `host.approve` to wire a host to this account. Returns how to stop that. */
  onApprove(tell: (machineIdentifier: string) => void): () => void
  stop(): Promise<void>
}

export async function startAccount({
  port = 0,
  address = '127.0.0.1',
}: { readonly port?: number; readonly address?: string } = {}): Promise<RunningAccount> {
  const account = pretendAccount()
  const listener = listenerFor(
    (incoming, response) => {
      incoming.resume()
      const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2)
      if (incoming.method === 'POST' && path === APPROVE_PATH) {
        const machineIdentifier = new URLSearchParams(query).get('machineIdentifier')
        if (machineIdentifier !== null) account.approve(machineIdentifier)
        response.writeHead(machineIdentifier === null ? 400 : 204).end()
      } else if (incoming.method === 'GET' && (path === CODE_PATH || SIGN_IN_PATHS.includes(path))) {
        const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
        response.writeHead(200, headers).end(path === CODE_PATH ? codePage() : SIGN_IN_PAGE)
      } else {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
      }
    },
    port,
    address,
  )
  await listener.open()
  return { ...account, origin: originOf(address, listener.port()), stop: listener.close }
}
