import { mayRead } from '../../../src/mocks/cors.ts'
import type { WireAnswer } from '../../../src/mocks/wire.ts'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import { ACCOUNT, hostAt, type Network } from './network.ts'
import { saidIn, type Said } from './said.ts'
import { responseOf, type Pauses } from './response.ts'

/** One question of a page, as it is seen on the wire. */
export type Question = {
  readonly tab: string
  readonly url: string
  readonly origin: string
  readonly method: string
  readonly mode: string
  readonly atMs: number
  /** When it was answered in full, had failed, or was given up; null while it is open. */
  endedMs: number | null
  /** Who answered, in a way that the page could read in full. */
  said: Said | null
}

/** What the wire has to know of the tab that asks. */
export type Asker = {
  readonly name: string
  readonly origin: string | null
  readonly pauses: Pauses
}

export type Wire = {
  readonly questions: readonly Question[]
  readonly fetchFor: (asker: Asker) => typeof fetch
}

const NOBODY_FOR_MS = 3_050
/** There and back in a home. */
const FASTEST_MS = 1
const SLOWEST_MS = 24

export function newWire(
  network: Network,
  clock: Clock,
  chance: Chance,
  onQuestion: (question: Question) => void,
): Wire {
  const questions: Question[] = []

  function answerTo(question: Question, headers: Headers): WireAnswer {
    if (question.origin === ACCOUNT) {
      return network.accountReached
        ? { kind: 'reply', status: 200, headers: {}, body: '' }
        : { kind: 'refused' }
    }
    if (network.routers.has(question.origin)) return { kind: 'reply', status: 200, headers: {}, body: '' }
    const host = hostAt(network, question.origin)
    if (host === null) {
      if (network.elsewhere === 'nobody') return { kind: 'refused', afterMs: NOBODY_FOR_MS }
      return isThisComputer(question.origin) ? { kind: 'refused' } : { kind: network.elsewhere }
    }
    if (chance.happens(network.ways.get(host)?.lost ?? 0)) return { kind: 'silent' }
    return host.answer({ method: question.method, url: new URL(question.url), headers })
  }

  const fetchFor =
    ({ name, origin, pauses }: Asker): typeof fetch =>
    async (input, init = {}) => {
      const { method = 'GET', mode = 'cors', signal } = init
      const url = input instanceof Request ? input.url : String(input)
      const question: Question = {
        tab: name,
        url,
        origin: new URL(url).origin,
        method,
        mode,
        atMs: clock.nowMs(),
        endedMs: null,
        said: null,
      }
      questions.push(question)
      onQuestion(question)
      const end = (): void => {
        question.endedMs ??= clock.nowMs()
      }
      signal?.addEventListener('abort', end)
      const fail = (): never => {
        end()
        throw new TypeError('Failed to fetch')
      }
      if (signal?.aborted === true) throw new DOMException('Given up', 'AbortError')
      const wayMs = chance.between(FASTEST_MS, SLOWEST_MS) / 2
      if (!network.online && !isThisComputer(question.origin)) {
        await pauses(0, signal)
        return fail()
      }
      await pauses(wayMs, signal)
      const headers = new Headers(init.headers)
      headers.set('origin', origin ?? 'null')
      const slowMs = network.ways.get(hostAt(network, question.origin) ?? (null as never))?.slowMs ?? 0
      const answer = answerTo(question, headers)
      if (answer.kind === 'silent') {
        await pauses(Infinity, signal)
        return fail()
      }
      if (answer.kind === 'refused' && answer.afterMs !== undefined) await pauses(answer.afterMs, signal)
      const thinksMs = answer.kind === 'reply' ? (answer.delayMs ?? 0) : 0
      await pauses(wayMs + slowMs + thinksMs, signal)
      if (answer.kind === 'refused' || answer.kind === 'closed') return fail()
      if (mode === 'no-cors') {
        end()
        return responseOf(
          { kind: 'reply', status: 0, headers: {}, body: '' },
          pauses,
          signal,
          () => undefined,
          'opaque',
        )
      }
      if (question.origin !== origin && !mayRead(answer, origin ?? 'null')) return fail()
      const type = answer.status >= 300 && answer.status < 400 ? 'opaqueredirect' : 'cors'
      const whole = (): void => {
        end()
        if (signal?.aborted !== true && answer.kind === 'reply')
          question.said = saidIn(answer.status, answer.body)
      }
      return responseOf(answer, pauses, signal, whole, type)
    }

  return { questions, fetchFor }
}

export function isThisComputer(origin: string): boolean {
  return /^https?:\/\/(127\.|localhost(:|$)|\[::1\])/.test(origin)
}
