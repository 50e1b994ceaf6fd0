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
const OUTSIDE = { loopback: '127.0.113.10', namespaces: '203.0.113.10' } as const
export const PUBLIC = OUTSIDE[ON_LOOPBACK ? 'loopback' : 'namespaces']
export const ACCOUNT_PORT = 8080
export const ACCOUNT_ORIGIN = accountOriginOn(ON_LOOPBACK ? 'loopback' : 'namespaces')

export function accountOriginOn(network: keyof typeof OUTSIDE): string {
  return `http://${OUTSIDE[network]}:${ACCOUNT_PORT}`
}

/** Of a web server outside. */
export const INTERNET_PORT = 8090
export const WEB_PORT = 8081
export const WEB_ORIGIN = `http://${HOSTS.web.v4}:${WEB_PORT}`
/** Of `setup-plex serve` on the server's computer. */
export const TOOL_PORT = 32480
export const TOOL_ORIGIN = `http://${HOSTS.server.v4}:${TOOL_PORT}`
export const SERVER_ORIGIN = `http://${HOSTS.server.v4}:32400`
export const SECOND_ORIGIN = `http://${HOSTS.second.v4}:32400`
