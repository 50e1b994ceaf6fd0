import type { Address } from '../lib/address.ts'
import { ask } from '../lib/http.ts'
import { pause } from '../lib/pause.ts'
import { untilVisible } from '../lib/visibility.ts'
import type { HeldConnections } from './held-connections.ts'
import type { Outcome } from './outcome.ts'
import { probe } from './probe.ts'

/**
 * How fast many addresses may be asked. Measured (browsers.md rules 1 and 2, docs/engines.md): one engine gives each
 * dead address a second socket after 250 ms and holds both for minutes; another starts only 80 connections a second.
 */
export type Pace = {
  /** Between two questions. */
  readonly gapMs: number
  /** Questions under way at the same time. */
  readonly atOnce: number
  /** Each question is given up after this. */
  readonly withinMs: number
}

/** All at once, in portions, each given up before the engine opens a second socket for it. */
const BRISK: Pace = { gapMs: 0, atOnce: 64, withinMs: 150 }
/** The same when an address is asked again: what the engine still holds for 3 s never adds up. */
const BRISK_AGAIN: Pace = { ...BRISK, gapMs: 16, withinMs: 200 }
/** One after the other, so that none waits inside the engine while its time runs. */
const STEADY: Pace = { gapMs: 13.4, atOnce: 96, withinMs: 240 }
/** The same when an address is asked again: long enough for the system to repeat a lost packet after a second. */
const STEADY_AGAIN: Pace = { ...STEADY, withinMs: 1_250 }

const FIRST_PORTION = 30
/** Of the first portion, as many as the slow engine starts before their time is over. */
const SURELY_LEFT = 20
/** Long enough for what waits inside the slow engine, and still without a second socket. */
const FIRST_PACE: Pace = { ...BRISK, withinMs: 200 }
/** When an engine opens a second socket for an address that has not answered. */
const SECOND_SOCKET_MS = 250
/** The slow engine can't have started the first portion and one more in less: 10 to 15 at once, the others at 80 a second. */
const QUEUED_MS = 120
/** A busy computer takes this many times as long as for a question alone; but no longer than the slow engine surely does. */
const BUSY_TIMES = 4
const SURELY_QUEUED_MS = 180
/** Nobody listens there, so that the system refuses at once. */
const REFUSES_AT_ONCE = 'http://127.0.0.1:32399'
/** A task of the page's own must never be long. */
const STARTS_PER_TASK = 8

export type Sweep = {
  readonly addresses: readonly Address[]
  readonly signal: AbortSignal
  readonly onOutcome: (address: Address, outcome: Outcome) => void
  readonly held: HeldConnections
  /** Told until when the search waits for the engine to let go of connections; null when it goes on. */
  readonly onWait: (untilMs: number | null) => void
}

/**
 * Asks every address once, and then those that were silent once more, in case a packet was lost. `onFirst` is called
 * when all were asked. Rejects only when `signal` says stop.
 *
 * The engine is not known by name: a question to this computer itself, sent right behind the first portion, shows
 * whether questions queue up. Where they don't, the engine may go on connecting to addresses that were given up. That
 * ends after seconds where nobody is, but takes minutes where a firewall swallows everything; a sample tells, and in
 * such a network nobody is asked twice, and another search waits until the engine has let go.
 */
export async function sweep(order: Sweep & { onFirst: () => void }): Promise<void> {
  const { addresses, signal, held } = order
  const silent: Address[] = []
  const listening: Sweep = {
    ...order,
    onOutcome: (address, outcome) => {
      if (outcome.kind === 'failure' && outcome.reason === 'silent') silent.push(address)
      order.onOutcome(address, outcome)
    },
  }
  // A search that was stopped early left it open whether the system gives up there.
  if (!held.hasRoomFor(addresses.length) && held.letsGo() === null)
    await learnFrom(addresses.slice(0, 1), order)
  // Nothing may hold up the first portion, whose time tells.
  await held.room(FIRST_PORTION, order)
  const aloneMs = await timeOfRefusal(signal)
  const startedMs = performance.now()
  const underWay = new Set<Promise<void>>()
  const doubtful = new Map<Address, Outcome>()
  const unsure = new Set(addresses.slice(SURELY_LEFT, FIRST_PORTION))
  let queueing: boolean | null = null
  const first: Sweep = {
    ...listening,
    addresses: addresses.slice(0, FIRST_PORTION),
    onOutcome: (address, outcome) => {
      const silence = outcome.kind === 'failure' && outcome.reason === 'silent'
      // In a slow engine their time may have run out before they were asked.
      if (queueing !== false && silence && unsure.has(address)) doubtful.set(address, outcome)
      else listening.onOutcome(address, outcome)
    },
  }
  await startAll(first, FIRST_PACE, underWay)
  await timeOfRefusal(signal)
  // A slow computer may be taken for a slow engine: that costs seconds, and the other way round servers would be missed.
  const queuedMs = Math.min(SURELY_QUEUED_MS, Math.max(QUEUED_MS, BUSY_TIMES * aloneMs))
  queueing = performance.now() - startedMs > queuedMs
  // What waits inside such an engine opens nothing; a third of it is asked anew.
  if (queueing) held.forgetSince(startedMs)
  // What queued up is on its way by the time the first portion is done, and who is in doubt is known.
  if (queueing) await Promise.all(underWay)
  else for (const [address, outcome] of doubtful) listening.onOutcome(address, outcome)
  // A slow engine leaves the time to learn beside the first pass whether the system gives up.
  const early = queueing ? sampleOf([...doubtful.keys(), ...silent]) : []
  const learning = early.length > 0 ? learnFrom(early, order) : null
  learning?.catch(() => undefined)
  const rest = {
    ...listening,
    addresses: [...(queueing ? doubtful.keys() : []), ...addresses.slice(FIRST_PORTION)],
  }
  await startAll(rest, queueing ? STEADY : BRISK, underWay)
  await Promise.all(underWay)
  order.onFirst()
  // More than 3 s after the first pass began: no lost packet is asked for again any sooner.
  if (!(await (learning ?? learnFrom(sampleOf(silent), order)))) return
  await startAll({ ...order, addresses: silent }, queueing ? STEADY_AGAIN : BRISK_AGAIN, underWay)
  await Promise.all(underWay)
}

/** Two that are far apart: what is true of both is true of the network. */
function sampleOf(silent: readonly Address[]): readonly Address[] {
  return [silent[0], silent[silent.length >> 1]].filter((address) => address !== undefined)
}

/** How long a question takes that is refused at once: behind others, or alone. */
async function timeOfRefusal(signal: AbortSignal): Promise<number> {
  const startedMs = performance.now()
  await ask(`${REFUSES_AT_ONCE}/identity`, { signal, withinMs: STEADY.withinMs })
  return performance.now() - startedMs
}

/** Is at least one of them given up by the system, and not only by the page? What holds of these holds of all. */
async function learnFrom(
  sample: readonly Address[],
  { signal, held }: Pick<Sweep, 'signal' | 'held'>,
): Promise<boolean> {
  const ends = sample.map(async (address) => {
    const close = held.open()
    const reply = await ask(`${address}/identity`, { signal })
    close(reply.kind === 'hitch' && reply.reason === 'silent' ? 'may be held' : 'closed')
    if (reply.kind === 'hitch' && reply.reason === 'silent') throw new Error('Still not given up')
  })
  const letsGo = await Promise.any(ends).then(
    () => true,
    () => {
      signal.throwIfAborted()
      return false
    },
  )
  held.learn(letsGo)
  return letsGo
}

/** Ends when the last question has been asked; those that wait for an answer are `underWay`. */
async function startAll(order: Sweep, pace: Pace, underWay: Set<Promise<void>>): Promise<void> {
  const { addresses, signal, onOutcome, held } = order
  const { atOnce, withinMs } = pace
  let { gapMs } = pace
  const askOne = async (address: Address): Promise<void> => {
    const close = held.open()
    const outcome = await probe(address, signal, withinMs)
    close(outcome.kind === 'failure' && outcome.reason === 'silent' ? 'may be held' : 'closed')
    // On a slow computer timers come late when much is going on.
    if (outcome.tookMs > SECOND_SOCKET_MS && withinMs < SECOND_SOCKET_MS)
      gapMs = Math.max(gapMs, BRISK_AGAIN.gapMs)
    // Somebody is there and only needs more time.
    const slow = outcome.kind === 'failure' && outcome.reason === 'slow'
    onOutcome(address, slow ? await probe(address, signal) : outcome)
  }
  let dueMs = performance.now()
  for (const [index, address] of addresses.entries()) {
    await untilVisible(signal)
    await held.room(1, order)
    while (underWay.size >= atOnce) await Promise.race(underWay)
    // After a wait for the page to be seen, nothing is made up for.
    dueMs = Math.max(dueMs + gapMs, performance.now() - gapMs)
    if (gapMs > 0) await pause(Math.max(0, dueMs - performance.now()), signal)
    else if (index % STARTS_PER_TASK === STARTS_PER_TASK - 1) await pause(0, signal)
    const asking = askOne(address)
    underWay.add(asking)
    const finished = (): void => void underWay.delete(asking)
    asking.then(finished, finished)
  }
}
