import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { packagedPage } from '../../src/cli/package-files.ts'
import { firstRunServer } from '../../src/cli/serve/server.ts'
import type { Address } from '../../src/lib/address.ts'
import type { Behaviour } from '../../src/mocks/behaviours.ts'
import { startHost, type HostOptions, type PretendHost } from '../../src/mocks/http-host.ts'

export type Site = {
  readonly host: PretendHost
  readonly site: Server
  readonly port: number
  readonly mistakes: readonly unknown[]
  /** Why claim codes were refused, as the terminal is told. */
  readonly refused: readonly string[]
  readonly end: () => Promise<void>
}

type SiteOptions = Partial<HostOptions> & {
  readonly html?: string
  readonly server?: string
  readonly names?: readonly string[]
  readonly proxies?: readonly string[]
}

/** A pretend server, and the page served for it on a free port. */
export async function startSite(behaviour: Behaviour, more: SiteOptions = {}): Promise<Site> {
  const { html = await packagedPage(), server, names = [], proxies = [], ...options } = more
  const host = await startHost({ behaviour, ...options })
  const mistakes: unknown[] = []
  const refused: string[] = []
  const site = firstRunServer({
    server: (server ?? host.origin) as Address,
    page: html,
    names,
    proxies,
    onRefused: (sentence) => refused.push(sentence),
    addresses: () => ['http://192.168.1.10:32400' as Address],
    onMistake: (mistake) => mistakes.push(mistake),
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  return {
    host,
    site,
    port: (site.address() as AddressInfo).port,
    mistakes,
    refused,
    end: async () => {
      site.close()
      site.closeAllConnections()
      await host.stop()
    },
  }
}
