import { ON_LOOPBACK } from './places.ts'

/** Leads nowhere. */
const NOBODY = '^NOTFOUND'

/** Hosts that are others for a browser: `host` or `host:port`, both. */
export type Hosts = Readonly<Record<string, string>>

/** Where the page asks by itself: a media server on the same computer, the end of a tunnel, and a closed port. */
const ASKED_BY_ITSELF = [32400, 8888, 32399]

/**
 * Lets Chromium reach nobody but the tests' own hosts at 127.0.0.1, whatever listens on this computer or around it: the
 * first rule that fits decides. Names that lead nowhere fail at once, as a refused connection does.
 */
export function hostRules(hosts: Hosts): string {
  return rulesFor([
    ...Object.entries(hosts),
    ...ASKED_BY_ITSELF.map((port) => [`*:${port}`, NOBODY]),
    ['127.0.0.1', '127.0.0.1'],
    ['*', NOBODY],
  ])
}

/**
 * On loopback addresses the matrix shares its computer with whoever listens there. Chromium is led past them: to nobody
 * at a media server's port, and at the near end of a tunnel to the tests' own.
 */
export function rulesPastStrangers(): string {
  return rulesFor([
    ['127.0.0.1:32400', NOBODY],
    ['localhost:32400', NOBODY],
    ...[8888, 8889].flatMap((port) =>
      ['127.0.0.1', 'localhost'].map((name) => [
        `${name}:${port}`,
        `127.0.0.1:${nearEndOf(port, 'chromium')}`,
      ]),
    ),
  ])
}

/** Where the near end of a tunnel must listen, so that this browser finds it at this port. */
export function nearEndOf(port: number, browser: string): number {
  return ON_LOOPBACK && browser === 'chromium' ? port + 16_000 : port
}

function rulesFor(rules: readonly (readonly string[])[]): string {
  return rules.map(([host, real]) => `MAP ${host} ${real}`).join(',')
}
