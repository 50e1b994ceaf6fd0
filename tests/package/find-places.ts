import type { Behaviour } from '../../src/mocks/behaviours.ts'

/** A pretend server, in one or several of the networks 1 to 4. */
export type Place = {
  readonly name: string
  readonly machineIdentifier: string
  readonly behaviour: Behaviour
  readonly networks: readonly number[]
}

const place = (name: string, digit: string, behaviour: Behaviour, networks: readonly number[]): Place => ({
  name,
  machineIdentifier: digit.repeat(40),
  behaviour,
  networks,
})

/** Five servers in the three networks that are there at the beginning, and one in a fourth that comes up later. */
export const FIVE: readonly Place[] = [
  place('Attic', '1', 'unclaimed', [1, 2]),
  place('Büro', '2', 'claimed', [1]),
  place('Cellar', '3', 'string-flags', [2]),
  place('Den', '4', 'unclaimed', [2]),
  place('Entrance', '5', 'claimed', [3]),
]
export const SIXTH: Place = place('Future', '6', 'unclaimed', [4])
/** Is in the fourth network as well and answers at its address only, like a server in a container. */
export const CONTAINED: Place = place('Garage', '7', 'unclaimed', [4])
/** Sends garbage to whoever asks, in the same network as one of the servers. */
export const GARBAGE: Place = place('garbage', 'f', 'unclaimed', [3])

/** The finder's own address in a network, and a host's. */
export const ownIp = (network: number): string => `10.77.${network}.2`
export const ipOf = ({ machineIdentifier }: Place, network: number): string =>
  `10.77.${network}.1${parseInt(machineIdentifier.charAt(0), 16).toString().padStart(2, '0')}`

/** What is to be run. */
export type FindOrder = {
  /** Every run is one of each of these. */
  readonly programs: readonly string[]
  /** Only what takes no network away and brings none. */
  readonly still: boolean
}

/** What came of one run, as a line of JSON. */
export type FindRun = {
  readonly what: string
  readonly program: string
  readonly code: number | null
  readonly said: string
  readonly progress: string
  /** From the first question to the last server that was found, and from start to end; ms. */
  readonly foundMs: number | null
  readonly tookMs: number
  /** The most memory that it had, in MB. */
  readonly peakMb: number
}
