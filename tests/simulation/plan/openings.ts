import type { Chance } from '../world/chance.ts'
import { EPOCH_MS } from '../world/tab.ts'
import { ADDRESS, ATTIC_ID, CELLAR_ADDRESS, FAR_ADDRESS, WEB_ADDRESS } from './places.ts'
import type { Opening } from './plan.ts'

type Stamped = { readonly addresses: readonly string[]; readonly signIn?: object }

function stampOf({ addresses, signIn }: Stamped, format = 1): string {
  return JSON.stringify({
    format,
    server: { machineIdentifier: ATTIC_ID, friendlyName: 'Attic NAS', platform: 'Linux', addresses },
    ...(signIn === undefined ? {} : { signIn }),
  })
}

/** A code that the server obtained: good for long, for a short time, or old. */
function pin(chance: Chance): object | undefined {
  const goodForMs = chance.oneOf([null, null, 1_800_000, 20_000, -60_000])
  if (goodForMs === null) return undefined
  return { code: 'abcd', expiresAt: new Date(EPOCH_MS + goodForMs).toISOString() }
}

/** One of the ways in which people come to the page. */
export function drawOpening(chance: Chance): Opening {
  const signIn = pin(chance)
  const stamp = (...addresses: readonly string[]): string =>
    stampOf({ addresses, ...(signIn === undefined ? {} : { signIn }) })
  const file = { origin: null, hash: '' }
  const ways: readonly Opening[] = [
    { way: 'a file that names the server', stamp: stamp(ADDRESS), ...file },
    { way: 'a file that names the server', stamp: stamp(ADDRESS), ...file },
    { way: 'a file that names the server', stamp: stamp(ADDRESS), ...file },
    {
      way: 'a file with an old address and the right one',
      stamp: stamp('http://192.168.1.99:32400', ADDRESS),
      ...file,
    },
    { way: 'a file with a name and a number', stamp: stamp('http://attic.local:32400', ADDRESS), ...file },
    { way: 'a file with the server but no address', stamp: stamp(), ...file },
    { way: 'a file with nothing written into it', stamp: '{}', ...file },
    { way: 'a file with nothing written into it', stamp: '{}', ...file },
    { way: 'a file whose stamp is broken', stamp: stamp(ADDRESS).slice(0, 90), ...file },
    { way: 'a file of a newer format', stamp: stampOf({ addresses: [ADDRESS] }, 2), ...file },
    {
      way: 'a file with hostile words in it',
      stamp: stamp(ADDRESS).replace('Attic NAS', '<img src=x onerror=alert(1)>'),
      ...file,
    },
    { way: "the server's own page", stamp: stamp(ADDRESS), origin: ADDRESS, hash: '' },
    { way: "the server's own page, without a stamp", stamp: '{}', origin: ADDRESS, hash: '' },
    {
      way: "the server's own page, on this computer",
      stamp: '{}',
      origin: 'http://127.0.0.1:32400',
      hash: '',
    },
    { way: 'a web server that hosts the page', stamp: '{}', origin: WEB_ADDRESS, hash: `#/?at=${ADDRESS}` },
    { way: 'a web server that hosts a stamped page', stamp: stamp(ADDRESS), origin: WEB_ADDRESS, hash: '' },
    { way: 'a link to the server', stamp: '{}', origin: null, hash: `#/?at=${ADDRESS}` },
    { way: 'a link to another server', stamp: stamp(ADDRESS), origin: null, hash: `#/?at=${CELLAR_ADDRESS}` },
    { way: 'a link to far away', stamp: '{}', origin: null, hash: `#/?at=${FAR_ADDRESS}` },
    { way: 'a link that can not be read', stamp: stamp(ADDRESS), origin: null, hash: '#/?at=http://%20' },
    {
      way: 'a page from the internet',
      stamp: '{}',
      origin: 'https://setup.example',
      hash: `#/?at=${ADDRESS}`,
    },
    {
      way: 'a stamped page from the internet',
      stamp: stamp(ADDRESS),
      origin: 'https://setup.example',
      hash: '',
    },
    {
      way: "the other server's own page, with a link",
      stamp: '{}',
      origin: CELLAR_ADDRESS,
      hash: `#/?at=${ADDRESS}`,
    },
    { way: '"Open Plex" in a menu', stamp: stamp(ADDRESS), origin: null, hash: '#/open' },
  ]
  return chance.oneOf(ways)
}
