import type { Behaviour } from './behaviours.ts'
import { ATTIC } from './identity.ts'
import { pretendNetwork, type NetworkHost, type PretendNetwork } from './network.ts'

/** The name under which each behaviour can be visited in development: `#/?at=http://<name>:32400`. */
export const HOST_NAMES: Readonly<Record<Behaviour, string>> = {
  unclaimed: 'attic',
  claimed: 'claimed',
  starting: 'starting',
  'stuck-starting': 'stuck-starting',
  'restarting-claimed': 'restarting',
  silent: 'asleep.local',
  refusing: 'stopped.local',
  hiding: 'hiding.local',
  'cors-elsewhere': 'cors-elsewhere',
  'cors-on-200': 'cors-on-200',
  printer: 'printer.local',
  'other-product': 'boiler.local',
  'another-machine': 'neighbour.local',
  impostor: 'impostor.local',
  'shape-shifter': 'shape-shifter',
  scripts: 'scripts',
  cookies: 'cookies',
  'not-local': 'not-local',
  'account-fails': 'account-fails',
  'no-flag': 'no-flag',
  'string-flags': 'string-flags',
  'xml-only': 'xml-only',
  truncated: 'truncated',
  'broken-off': 'broken-off',
  'wrong-length': 'wrong-length',
  'hangs-up': 'hangs-up',
  endless: 'endless',
  dripping: 'dripping',
  huge: 'huge',
  'wrong-type': 'wrong-type',
  'refuses-401': 'refuses-401',
  'refuses-403': 'refuses-403',
  'refuses-406': 'refuses-406',
  'busy-429': 'busy',
  'faulty-500': 'faulty',
  redirecting: 'redirecting',
  'hidden-redirect': 'hidden-redirect',
  'slow-headers': 'slow',
  'proxy-down': 'proxy-down',
  'proxy-503': 'proxy-503',
  'proxy-lost': 'proxy-lost',
  'basic-auth': 'basic-auth',
  'secure-only': 'secure-only',
  'odd-identifier': 'odd-identifier',
  'two-servers': 'two-servers',
  forgetful: 'forgetful',
  'killed-starting': 'killed-starting',
}

/** Where a behaviour's host is in development. */
export function devAddress(behaviour: Behaviour): string {
  return `http://${HOST_NAMES[behaviour]}:32400`
}

/** Forty hex digits that differ from host to host. */
function identifierFor(position: number): string {
  return position.toString(16).padStart(4, '0').repeat(10)
}

/**
 * One host for each behaviour, and a server on this computer that plain `npm run dev` finds. At `origin` is the
 * development server: like any web server that gives a page away, it is another product.
 */
export function devNetwork(origin: string): PretendNetwork {
  const named = (Object.keys(HOST_NAMES) as Behaviour[]).map<NetworkHost>((behaviour, position) => ({
    address: devAddress(behaviour),
    behaviour,
    machineIdentifier: identifierFor(position + 1),
    friendlyName: HOST_NAMES[behaviour],
  }))
  return pretendNetwork(
    [
      { address: origin, behaviour: 'printer' },
      // Where the redirects lead.
      { address: 'http://elsewhere.local:32400', behaviour: 'printer' },
      {
        address: 'http://127.0.0.1:32400',
        behaviour: 'unclaimed',
        machineIdentifier: ATTIC.machineIdentifier,
      },
      ...named,
    ],
    // Their time begins with the page, which a busy computer opens slowly: what lasts a moment would go unseen.
    { times: { maintenanceMs: 8_000 } },
  )
}
