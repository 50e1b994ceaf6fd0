import { pretendAccount, type PretendAccount } from './account.ts'
import type { Behaviour } from './behaviours.ts'
import { machine, type Machine, type MachineOptions } from './machine.ts'
import type { Times } from './times.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

export interface NetworkHost extends MachineOptions {
  /** An origin, such as `http://192.168.1.10:32400`. */
  readonly address: string
}

export interface LoggedRequest {
  readonly at: number
  readonly method: string
  readonly url: string
}

export interface NetworkOptions {
  readonly times?: Partial<Times>
  readonly now?: () => number
  readonly elsewhere?: 'refused' | 'silent' | 'nobody'
}

/** A home network and the account service that its servers trust. Asking for an address it does not have is a test's mistake and throws. */
export interface PretendNetwork {
  /** Every request so far, also those that nobody answered. */
  readonly requests: readonly LoggedRequest[]
  readonly account: PretendAccount
  host(address: string): Machine
  add(host: NetworkHost): Machine
  become(address: string, behaviour: Behaviour, times?: Partial<Times>): void
  /** Somebody signs in: every host that is this server says that it is claimed about 1 s later. */
  approve(machineIdentifier: string): void
  /** The router gave the machine another address. */
  move(from: string, to: string): void
  answer(request: WireRequest): WireAnswer
}

/** How long a system tries to reach an address of its own network that nobody has. */
const NOBODY_FOR_MS = 3_050

/** `times` holds for every host that does not bring its own; `elsewhere` is what addresses without a host do. */
export function pretendNetwork(
  hosts: readonly NetworkHost[],
  { times = {}, now = Date.now, elsewhere = 'refused' }: NetworkOptions = {},
): PretendNetwork {
  const nothingAt: WireAnswer =
    elsewhere === 'nobody' ? { kind: 'refused', afterMs: NOBODY_FOR_MS } : { kind: elsewhere }
  const machines = new Map<string, Machine>()
  const requests: LoggedRequest[] = []
  const account = pretendAccount()
  account.onApprove((approved) => {
    for (const each of machines.values()) each.approve(approved)
  })

  const host = (address: string) => {
    const found = machines.get(new URL(address).origin)
    if (found === undefined) throw new Error(`the pretend network has no ${address}`)
    return found
  }
  const add = (added: NetworkHost) => {
    const made = machine({ ...added, times: { ...times, ...added.times } }, now)
    machines.set(new URL(added.address).origin, made)
    return made
  }
  for (const each of hosts) add(each)

  return {
    requests,
    account,
    host,
    add,
    become: (address, behaviour, changed) => {
      host(address).become(behaviour, changed)
    },
    approve: account.approve,
    move: (from, to) => {
      const moved = host(from)
      machines.delete(new URL(from).origin)
      machines.set(new URL(to).origin, moved)
    },
    answer: (request) => {
      requests.push({ at: now(), method: request.method, url: request.url.href })
      return machines.get(request.url.origin)?.answer(request) ?? nothingAt
    },
  }
}
