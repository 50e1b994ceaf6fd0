import { tailOf } from '../../lib/machine-identifier.ts'
import { failureSentence } from '../failures.ts'
import { PAGE_NAME } from '../package-files.ts'
import { shown, ELSEWHERE, portOf, type Advice, type AdviceOn } from './advice.ts'
import type { DoctorFacts } from './facts.ts'
import { identityOf, isServer, lastOf } from './who-answered.ts'

const START = 'Start the server on this computer.'
const OWN_ADDRESS = "Give the server's own address, such as --server http://127.0.0.1:32400."

const AWAY = 'See that the server runs on its computer, and that the address is right.'

/** Why nothing that is a ready server answers, in the words of the other commands. */
function failed(facts: DoctorFacts, ...todo: readonly string[]): Advice {
  const outcome = lastOf(facts.outcomes)
  const says =
    outcome.kind === 'failure' ? failureSentence(facts.server, outcome) : `${facts.server} did not answer.`
  return { says, todo }
}

function whoItIs(facts: DoctorFacts): string {
  const identity = identityOf(facts)
  const version = identity?.version == null ? 'of an unknown version' : `version ${identity.version}`
  const who = identity === null ? '' : `, identifier …${tailOf(identity.machineIdentifier)}`
  return `The server answers at ${facts.server}: ${version}${who}.`
}

const holder = ({ own }: DoctorFacts): string | null => (own?.port.kind === 'held' ? own.port.by : null)

export const SERVER: AdviceOn<'server'> = {
  running: (facts) => ({ says: whoItIs(facts) }),
  starting: ({ server }) => ({
    says: `The server at ${server} is starting.`,
    todo: ['Wait a minute, and run this again; after an update of a large library, half an hour.'],
  }),
  'two-in-turn': ({ server }) => ({
    says: `Two servers answer at ${server}, now one and now the other.`,
    todo: ['Stop the server that is too many, or give each an address of its own.'],
  }),
  'not-running': (facts) => ({
    says: `Nothing listens at ${facts.server}.`,
    todo: [
      facts.own === null ? AWAY : START,
      ...(facts.own?.container.hasBridges === true
        ? ['If the server runs in a container, give the address that the container is published at.']
        : []),
    ],
  }),
  silent: (facts) => failed(facts, facts.own === null ? AWAY : 'Start the server again.'),
  'no-way': (facts) => failed(facts, facts.own === null ? AWAY : OWN_ADDRESS),
  'secure-only': (facts) => failed(facts),
  certificate: (facts) => failed(facts, OWN_ADDRESS),
  'somebody-else': (facts) => failed(facts, ...(facts.own === null ? [OWN_ADDRESS] : [])),
  'behind-proxy': (facts) =>
    failed(facts, 'Start the server behind the proxy, and wait a minute.', OWN_ADDRESS),
  ill: (facts) => failed(facts, 'Wait a minute; if nothing changes, start the server again.'),
}

/** The page is its owner's alone, and a server often has no browser. */
function waysToPage({ own, server }: DoctorFacts): string {
  if (own === null) return `run "setup-plex serve --server ${server}", and open what that says`
  const [address] = own.addresses
  const host = address === undefined ? '127.0.0.1' : new URL(address.address).hostname
  const copied =
    own.folder.kind === 'there'
      ? `copy "${PAGE_NAME}" from ${shown(own.folder.folder)} to any computer at home, or `
      : ''
  return `${copied}run "setup-plex serve --listen ${host}:32480", and open what that says`
}

export const CLAIM: AdviceOn<'claim'> = {
  linked: () => ({ says: 'The server says that it is linked to a Plex account.' }),
  'not-linked': (facts) => ({
    says: 'The server is not linked to a Plex account.',
    todo: [`Open the page in a browser, and sign in there: ${waysToPage(facts)}.`],
  }),
  'not-said': () => ({ says: 'The server does not say clearly whether it is linked; run this again.' }),
  'not-seen': () => ({ says: 'Only a server that answers says whether it is linked.' }),
}

export const PORT: AdviceOn<'port'> = {
  open: ({ own, ...facts }) => {
    const identity = identityOf(facts)
    const reached = (own?.addresses ?? []).filter((answer) => isServer(answer, identity))
    return {
      says: `Other computers find the server at ${reached.map(({ address }) => address).join(', ')}, if no firewall is in between.`,
    }
  },
  'this-computer-only': (facts) => ({
    says: `The server listens on this computer alone, at port ${portOf(facts)}.`,
    todo: [
      'Let the server listen in the network: see "Preferred network interface" in its settings under Network.',
    ],
  }),
  closed: ({ own }) => ({
    says: `The server answers on this computer, and not at ${(own?.addresses ?? []).map(({ address }) => address).join(', ')}.`,
    todo: ['See which network interface the server uses, and whether a firewall is in between.'],
  }),
  'no-network': () => ({
    says: 'This computer is in no network, so that no other computer finds the server.',
    todo: ['Connect this computer to the network.'],
  }),
  held: (facts) => {
    const by = holder(facts)
    return {
      says: `Another program has port ${portOf(facts)}${by === null ? '' : `: ${by}`}.`,
      todo: [
        ...(by === null && facts.own !== null
          ? [`See which program that is: ${LOOK_UP[facts.platform] ?? ANYWHERE}`]
          : []),
        'Stop that program or give it another port, then start the server again.',
      ],
    }
  },
  free: (facts) => ({ says: `Nothing has port ${portOf(facts)}; the server can have it.` }),
  'in-use': (facts) => {
    const by = holder(facts)
    return { says: `Somebody listens at port ${portOf(facts)}${by === null ? '' : `: ${by}`}.` }
  },
  'not-seen': ({ platform, own }) => ({
    says:
      own?.port.kind === 'not-seen' && own.port.why === 'system'
        ? `Which program has the port is not looked at on this system; "${LOOK_UP[platform] ?? ANYWHERE}" tells.`
        : "Which program has the port can't be looked at by this user.",
  }),
  elsewhere: ELSEWHERE,
}

/** What a person may look up. This program starts no other. */
const LOOK_UP: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'sudo ss -ltnp',
  darwin: 'sudo lsof -nP -iTCP -sTCP:LISTEN',
}
/** On Windows, and on most others. */
const ANYWHERE = 'netstat -ano'
