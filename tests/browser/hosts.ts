/** Hosts that are others for a browser: `host` or `host:port`, both. */
export type Hosts = Readonly<Record<string, string>>

/** Where the page asks by itself: a media server on the same computer, the end of a tunnel, and a closed port. */
const ASKED_BY_ITSELF = [32400, 8888, 32399]

/**
 * Lets Chromium reach nobody but the tests' own hosts at 127.0.0.1, whatever listens on this computer or around it: the
 * first rule that fits decides. Names that lead nowhere fail at once, as a refused connection does.
 */
export function hostRules(hosts: Hosts): string {
  const nobody = '^NOTFOUND'
  return [
    ...Object.entries(hosts),
    ...ASKED_BY_ITSELF.map((port) => [`*:${port}`, nobody]),
    ['127.0.0.1', '127.0.0.1'],
    ['*', nobody],
  ]
    .map(([host, real]) => `MAP ${host} ${real}`)
    .join(',')
}
