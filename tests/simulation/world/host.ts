import { answerOf } from '../../../src/mocks/answer.ts'
import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import { ATTIC, type PretendIdentity } from '../../../src/mocks/identity.ts'
import { DEFAULT_TIMES, type Times } from '../../../src/mocks/times.ts'
import type { WireAnswer, WireRequest } from '../../../src/mocks/wire.ts'

/** A computer in the home. What it is stays, whatever it is made to do for a while. */
export type Host = {
  readonly name: string
  readonly machineIdentifier: string
  address: string
  /** When it became claimed, or will; never where nobody claims it. */
  claimedFromMs: number
  readonly usual: Behaviour
  behaviour: Behaviour
  readonly become: (behaviour: Behaviour) => void
  readonly answer: (request: WireRequest) => WireAnswer
}

type HostOptions = Pick<Host, 'name' | 'machineIdentifier' | 'address' | 'usual'> & {
  readonly claimed?: boolean
  readonly times?: Partial<Times>
  readonly platform?: PretendIdentity['platform']
}

export function newHost(options: HostOptions, nowMs: () => number): Host {
  const times = { ...DEFAULT_TIMES, ...options.times }
  let beganMs = nowMs()
  let asked = 0
  const host: Host = {
    ...options,
    claimedFromMs: options.claimed === true ? -Infinity : Infinity,
    behaviour: options.usual,
    become: (behaviour) => {
      host.behaviour = behaviour
      beganMs = nowMs()
    },
    answer: (request) => {
      const { machineIdentifier, behaviour, claimedFromMs } = host
      const claimed = nowMs() >= claimedFromMs
      const identity = { ...ATTIC, machineIdentifier, claimed, platform: options.platform ?? ATTIC.platform }
      const answer = answerOf(
        {
          behaviour,
          identity,
          sinceMs: nowMs() - beganMs,
          asked,
          times,
          impersonates: ATTIC.machineIdentifier,
          redirectsTo: 'http://192.168.1.66/elsewhere',
        },
        request,
      )
      asked += 1
      if (answer.kind === 'reply' && answer.claims === true) claimSoon()
      return answer
    },
  }
  function claimSoon(): void {
    host.claimedFromMs = Math.min(host.claimedFromMs, nowMs() + times.exchangeMs)
  }
  return host
}
