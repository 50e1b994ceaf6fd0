import type { Address } from '../lib/address.ts'
import { answersAtAll } from '../lib/http.ts'
import { pause } from '../lib/pause.ts'
import { untilVisible } from '../lib/visibility.ts'
import type { Asking } from './ask-many.ts'
import type { RouterSaid } from './routers.ts'

type AskingRouters = Pick<Asking, 'signal' | 'held' | 'onWait'> & {
  readonly pages: readonly Address[]
  /** Are those who are silent asked for longer, where nobody answers? */
  readonly patient: boolean
  /** Is this all that has to be known? */
  readonly isSettled: (said: Map<Address, RouterSaid>) => boolean
}

type Round = {
  readonly gapMs: number
  readonly withinMs: number
  /** How many connections the engine may be holding afterwards to somebody who is silent. */
  readonly holds: number
}

/** As a steady sweep: slow enough for every engine, and given up before there is a second connection. */
const FIRST: Round = { gapMs: 13.4, withinMs: 240, holds: 1 }
/** For routers that are slow to speak, and only where none did and nothing else is known. */
const AGAIN: Round = { gapMs: 0, withinMs: 400, holds: 2 }

/**
 * Which of the usual routers' pages answer: a page can't ask for the network that it is in. Takes about a second at most,
 * unless connections are still held. No browser hands on what they say to a page from elsewhere, and nobody reads it
 * here. Rejects only when `signal` says stop.
 */
export async function askRouters(order: AskingRouters): Promise<ReadonlyMap<Address, RouterSaid>> {
  const said = new Map<Address, RouterSaid>()
  await order.held.room(order.pages.length, order)
  await askAll(order.pages, FIRST, order, said)
  if (!order.patient || [...said.values()].includes('answered')) return said
  const silent = order.pages.filter((page) => said.get(page) === 'silent')
  if (order.held.hasRoomFor(AGAIN.holds * silent.length)) await askAll(silent, AGAIN, order, said)
  return said
}

async function askAll(
  pages: readonly Address[],
  { gapMs, withinMs, holds }: Round,
  { signal, held, isSettled }: AskingRouters,
  said: Map<Address, RouterSaid>,
): Promise<void> {
  const round = new AbortController()
  const stop = (): void => round.abort()
  signal.addEventListener('abort', stop)
  try {
    await untilVisible(signal)
    const asked = pages.map(async (page, index) => {
      if (gapMs > 0) await pause(index * gapMs, round.signal)
      const close = held.open(page, holds)
      const answered = await answersAtAll(`${page}/`, { signal: round.signal, withinMs })
      if (answered !== null) close('closed')
      said.set(page, answered === null ? 'silent' : answered ? 'answered' : 'failed')
      if (isSettled(said)) round.abort()
    })
    await Promise.all(asked)
  } catch (error) {
    // What is still open when it is settled is given up.
    if (signal.aborted || !round.signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
