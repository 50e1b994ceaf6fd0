import { answerOf } from './answer.ts'
import type { Behaviour } from './behaviours.ts'
import { ANOTHER_MACHINE, ATTIC, type PretendIdentity } from './identity.ts'
import { DEFAULT_TIMES, type Times } from './times.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

export interface MachineOptions {
  readonly behaviour: Behaviour
  readonly machineIdentifier?: string
  readonly friendlyName?: string
  readonly platform?: PretendIdentity['platform']
  readonly version?: string
  readonly times?: Partial<Times>
  /** The machine identifier that `impostor` takes; the attic's unless said. */
  readonly impersonates?: string
  /** Where `redirecting` sends people: a whole address. */
  readonly redirectsTo?: string
}

/** A pretend computer: the pure answers plus the two things that change, its behaviour and its claim. */
export interface Machine {
  /** The behaviour at this moment: `unclaimed` has turned into `claimed` when somebody claimed it. */
  behaviour(): Behaviour
  /** The identifier that it answers with. */
  machineIdentifier(): string
  /** Begins to behave in another way from now on; whatever was claimed or about to be is forgotten. */
  become(behaviour: Behaviour, times?: Partial<Times>): void
  /** The account service has approved a server. If it is this one, it says so after the exchange. */
  approve(machineIdentifier: string): void
  answer(request: WireRequest): WireAnswer
}

const REDIRECTS_TO = 'http://elsewhere.local:32400/identity'

export function machine(options: MachineOptions, now: () => number = Date.now): Machine {
  let { behaviour } = options
  let times: Times = { ...DEFAULT_TIMES, ...options.times }
  let began = now()
  let claimedFrom = Infinity
  let asked = 0

  const isClaimed = () =>
    behaviour === 'claimed' || behaviour === 'restarting-claimed' || now() >= claimedFrom
  const ownIdentifier = options.machineIdentifier ?? ATTIC.machineIdentifier
  const machineIdentifier = () => (behaviour === 'another-machine' ? ANOTHER_MACHINE : ownIdentifier)
  const beginExchange = () => {
    claimedFrom = Math.min(claimedFrom, now() + times.exchangeMs)
  }

  return {
    behaviour: () => (behaviour === 'unclaimed' && isClaimed() ? 'claimed' : behaviour),
    machineIdentifier,
    become: (next, changed = {}) => {
      behaviour = next
      times = { ...times, ...changed }
      began = now()
      claimedFrom = Infinity
    },
    approve: (approved) => {
      if (approved === machineIdentifier()) beginExchange()
    },
    answer: (request) => {
      const identity: PretendIdentity = {
        machineIdentifier: ownIdentifier,
        friendlyName: options.friendlyName ?? ATTIC.friendlyName,
        platform: options.platform ?? ATTIC.platform,
        version: options.version ?? ATTIC.version,
        claimed: isClaimed(),
      }
      const redirectsTo = options.redirectsTo ?? REDIRECTS_TO
      const { impersonates = ATTIC.machineIdentifier } = options
      const sinceMs = now() - began
      const situation = { behaviour, identity, sinceMs, asked, times, redirectsTo, impersonates }
      asked += 1
      const answer = answerOf(situation, request)
      if (answer.kind === 'reply' && answer.claims) beginExchange()
      return answer
    },
  }
}
