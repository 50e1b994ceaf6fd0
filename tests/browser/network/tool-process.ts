// Runs inside a host's network namespace: `setup-plex serve` with the page that the test gives it, over IPC.
import { firstRunServer } from '../../../src/cli/serve/server.ts'
import { addressesFor } from '../../../src/cli/own-addresses.ts'
import type { Address } from '../../../src/lib/address.ts'

type Setup = { readonly server: Address; readonly address: string; readonly port: number }
const { server, address, port } = JSON.parse(process.argv[2] ?? '{}') as Setup

process.once('message', (page: string) => {
  const site = firstRunServer({
    server,
    page,
    names: [],
    proxies: [],
    onRefused: () => undefined,
    addresses: () => addressesFor(server),
    onMistake: (error) => {
      throw error
    },
  })
  site.listen({ host: address, port }, () => process.send?.({ ready: true }))
})
// Nothing outlives the test that started it, however that ended.
process.on('disconnect', () => process.exit())
