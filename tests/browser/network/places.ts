/** Set where namespaces are not permitted: everything is then on this computer's loopback addresses. */
export const ON_LOOPBACK = process.env['SETUP_PLEX_LAN'] === 'loopback'

export type HostName = 'server' | 'second' | 'web'

/** The hosts beside the person's own computer. `v6` is null where there is only one IPv6 loopback address. */
export const HOSTS: Readonly<Record<HostName, { readonly v4: string; readonly v6: string | null }>> =
  ON_LOOPBACK
    ? {
        server: { v4: '127.0.50.10', v6: null },
        second: { v4: '127.0.50.11', v6: null },
        web: { v4: '127.0.50.12', v6: null },
      }
    : {
        server: { v4: '192.168.50.10', v6: 'fd50::10' },
        second: { v4: '192.168.50.11', v6: 'fd50::11' },
        web: { v4: '192.168.50.12', v6: 'fd50::12' },
      }

/** Where the account service is: outside, behind the router. Fixed, because it is built into the page. */
const OUTSIDE = {
  loopback: { address: '127.0.113.10', port: 24080 },
  namespaces: { address: '203.0.113.10', port: 8080 },
} as const
export const { address: PUBLIC, port: ACCOUNT_PORT } = OUTSIDE[ON_LOOPBACK ? 'loopback' : 'namespaces']
export const ACCOUNT_ORIGIN = accountOriginOn(ON_LOOPBACK ? 'loopback' : 'namespaces')

export function accountOriginOn(network: keyof typeof OUTSIDE): string {
  const { address, port } = OUTSIDE[network]
  return `http://${address}:${port}`
}

/** On loopback a usual port may be somebody else's, at every address: there the tests take others. */
const portFor = (usual: number, own: number): number => (ON_LOOPBACK ? own : usual)

/** Of a web server outside. */
export const INTERNET_PORT = portFor(8090, 24090)
export const WEB_PORT = portFor(8081, 24081)
export const WEB_ORIGIN = `http://${HOSTS.web.v4}:${WEB_PORT}`
/** Of `setup-plex serve` on the server's computer. */
export const TOOL_PORT = portFor(32480, 24480)
export const TOOL_ORIGIN = `http://${HOSTS.server.v4}:${TOOL_PORT}`
export const SERVER_PORT = portFor(32400, 24400)
export const SERVER_ORIGIN = `http://${HOSTS.server.v4}:${SERVER_PORT}`
/** As a person may type it; the usual port goes without saying. */
export const SERVER_TYPED = ON_LOOPBACK ? `${HOSTS.server.v4}:${SERVER_PORT}` : HOSTS.server.v4
export const SECOND_ORIGIN = `http://${HOSTS.second.v4}:${SERVER_PORT}`
export const LOCALHOST_ORIGIN = `http://localhost:${portFor(8000, 24800)}`
