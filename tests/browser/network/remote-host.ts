import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Behaviour } from '../../../src/mocks/behaviours.ts'
import type { HostRequest } from '../../../src/mocks/http-host.ts'
import type { Times } from '../../../src/mocks/times.ts'

export type HostCall = 'become' | 'approve' | 'start' | 'stop' | 'requests' | 'page'

export type HostSetup = { readonly address: string; readonly port: number } & (
  | { readonly kind: 'account' }
  | {
      readonly kind: 'server'
      readonly machineIdentifier: string
      readonly redirectsTo: string
      readonly impersonates: string
    }
)

/** A pretend host that lives in a process, and a network namespace, of its own. */
export interface RemoteHost {
  become(behaviour: Behaviour, times?: Partial<Times>): Promise<void>
  approve(machineIdentifier: string): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
  requests(): Promise<readonly HostRequest[]>
  /** What it serves at `/setup` from now on. */
  page(html: string): Promise<void>
  onApprove(tell: (machineIdentifier: string) => void): void
  end(): void
}

type Told = {
  readonly id?: number
  readonly value?: unknown
  readonly approved?: string
  readonly ready?: boolean
}

const PROGRAM = fileURLToPath(new URL('host-process.ts', import.meta.url))

/** Starts a host; `inside` is the command that enters its namespace, empty for none. */
export async function startRemoteHost(setup: HostSetup, inside: readonly string[]): Promise<RemoteHost> {
  const [program, ...args] = [...inside, process.execPath, '--import', 'tsx', PROGRAM, JSON.stringify(setup)]
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const waiting = new Map<number, (value: unknown) => void>()
  let approved: (machineIdentifier: string) => void = () => undefined
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${setup.kind} at ${setup.address} ended with ${code}`)))
    child.on('message', (told: Told) => {
      if (told.ready === true) resolve()
      if (told.approved !== undefined) approved(told.approved)
      if (told.id === undefined) return
      waiting.get(told.id)?.(told.value)
      waiting.delete(told.id)
    })
  })
  let calls = 0
  const call = <T>(name: HostCall, ...values: readonly unknown[]): Promise<T> =>
    new Promise((resolve) => {
      const id = ++calls
      waiting.set(id, resolve as (value: unknown) => void)
      child.send({ id, call: name, args: values })
    })
  return {
    become: (behaviour, times) => call('become', behaviour, times),
    approve: (machineIdentifier) => call('approve', machineIdentifier),
    start: () => call('start'),
    stop: () => call('stop'),
    requests: () => call('requests'),
    page: (html) => call('page', html),
    onApprove: (tell) => (approved = tell),
    end: () => void child.kill('SIGKILL'),
  }
}
