import { vi } from 'vitest'
import { ATTIC } from '../../src/gallery/said.ts'

/**
 * How an address behaves: `hides` answers, and not for this page; `silent` is nobody, whom the system gives up after
 * 3.05 s; `swallows` is a firewall, which it does not give up for minutes; deaf ones miss their first questions.
 */
export type HostManner =
  | 'answers'
  | 'refuses'
  | 'hides'
  | 'silent'
  | 'swallows'
  | { readonly deafUntil: number }
  | { readonly afterMs: number }

export type EngineRequest = {
  readonly host: string
  readonly atMs: number
  /** When it left the engine, and when it ended for the page. */
  leftMs: number | null
  endedMs: number | null
  /** Until when an engine that lets go of nothing may keep its connection. */
  heldUntilMs: number
}

export type PretendEngine = {
  readonly asked: readonly EngineRequest[]
  readonly at: (host: string) => readonly EngineRequest[]
  readonly mostAtOnce: () => number
  /** The most connections that could have been open at the same time: two for who is silent for longer than 250 ms. */
  readonly mostHeld: () => number
}

type Options = {
  readonly hosts?: Readonly<Record<string, HostManner>>
  readonly others?: 'silent' | 'swallows'
  /** When the system gives up where a firewall swallows everything. */
  readonly forgetsAfterMs?: number
  /** What a refusal takes: more on a busy computer. */
  readonly refusesAfterMs?: number
  /** Connections that the engine starts in a second, beyond a few at first; Infinity for one that starts all. */
  readonly perSecond?: number
  /** How many it starts at once before it begins to count. */
  readonly burst?: number
}

const GIVEN_UP_MS = 3_050

/** Stands in for a browser's `fetch`, with or without a queue inside. Needs fake timers. */
export function pretendEngine({
  hosts = {},
  others = 'silent',
  forgetsAfterMs = Infinity,
  refusesAfterMs = 2,
  perSecond = Infinity,
  burst = 10,
}: Options = {}): PretendEngine {
  const asked: EngineRequest[] = []
  const stepMs = 1_000 / perSecond
  // When the engine would be idle again, were there no burst.
  let busyUntilMs = 0

  /** When the next connection may leave the engine. */
  const leaves = (): number => {
    const nowMs = performance.now()
    busyUntilMs = Math.max(busyUntilMs, nowMs) + stepMs
    return Math.max(nowMs, busyUntilMs - burst * stepMs)
  }

  const manner = (
    host: string,
    times: number,
  ): 'answers' | 'refuses' | 'hides' | 'silent' | 'swallows' | number => {
    const given = host === '127.0.0.1' ? 'refuses' : (hosts[host] ?? others)
    if (typeof given === 'string') return given
    if ('afterMs' in given) return given.afterMs
    return times >= given.deafUntil ? 'answers' : 'silent'
  }

  const identity = JSON.stringify({ MediaContainer: { claimed: false, machineIdentifier: ATTIC } })
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const { hostname } = new URL(url)
    const atMs = performance.now()
    const leavesMs = leaves()
    const entry: EngineRequest = { host: hostname, atMs, leftMs: null, endedMs: null, heldUntilMs: atMs }
    asked.push(entry)
    const does = manner(hostname, asked.filter(({ host }) => host === hostname).length)
    return new Promise<Response>((resolve, reject) => {
      const end = (): boolean => {
        const first = entry.endedMs === null
        entry.endedMs ??= performance.now()
        return first
      }
      const fail = (): void => {
        if (end()) reject(new TypeError('Failed to fetch'))
      }
      init.signal?.addEventListener('abort', fail)
      const leave = (): void => {
        if (entry.endedMs !== null) return
        entry.leftMs = performance.now()
        entry.heldUntilMs =
          entry.leftMs + (does === 'swallows' ? forgetsAfterMs : does === 'silent' ? GIVEN_UP_MS : 5)
        if (does === 'swallows') return
        if (does === 'silent') setTimeout(fail, GIVEN_UP_MS)
        else if (does === 'refuses' || (does === 'hides' && init.mode === 'cors'))
          setTimeout(fail, refusesAfterMs)
        else setTimeout(() => end() && resolve(new Response(identity)), typeof does === 'number' ? does : 5)
      }
      setTimeout(leave, leavesMs - atMs)
    })
  })
  const most = (isOpen: (entry: EngineRequest, atMs: number) => boolean): number =>
    Math.max(...asked.map(({ atMs }) => asked.filter((entry) => isOpen(entry, atMs)).length))
  const held = (entry: EngineRequest, atMs: number): number => {
    if (entry.leftMs === null || entry.leftMs > atMs || entry.heldUntilMs <= atMs) return 0
    const isSilent = entry.heldUntilMs - entry.leftMs >= GIVEN_UP_MS
    return isSilent && Math.min(atMs, entry.endedMs ?? atMs) - entry.leftMs > 250 ? 2 : 1
  }
  return {
    asked,
    at: (host) => asked.filter((entry) => entry.host === host),
    mostAtOnce: () => most((entry, atMs) => entry.atMs <= atMs && (entry.endedMs ?? Infinity) > atMs),
    mostHeld: () =>
      Math.max(...asked.map(({ atMs }) => asked.reduce((sum, entry) => sum + held(entry, atMs), 0))),
  }
}
