import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newAsker, type PlainAsker } from '../../src/first-look/plain-asker.ts'
import { address, ATTIC, historyFrom } from '../../src/gallery/said.ts'
import type { OpenQuestion } from '../../src/server/handed-over.ts'
import { uncaughtDuring } from '../uncaught.ts'

const ONE = address('http://192.168.1.10:32400')
const TWO = address('http://192.168.1.11:32400')
const LATE_MS = 1_000
const BUG = new Error('a bug')

let asked: string[]
let given: Map<string, AbortSignal[]>
/** What each question gets, and how late. */
let answer: () => { readonly claimed: boolean; readonly lateMs: number }

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  given = new Map()
  answer = () => ({ claimed: false, lateMs: 10 })
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    asked.push(url.replace('/identity', ''))
    given.set(url, [...(given.get(url) ?? []), signal])
    const { claimed, lateMs } = answer()
    const body = JSON.stringify({ MediaContainer: { claimed, machineIdentifier: ATTIC } })
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      setTimeout(() => resolve(new Response(body)), lateMs)
    })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)

test('each address is asked once, however often it is wanted, and its answer is told', async () => {
  const asker = newAsker()
  const tell = vi.fn<() => void>()
  asker.subscribe(tell)
  asker.want([ONE, TWO])
  asker.want([ONE, TWO])
  expect(asked).toEqual([ONE, TWO])
  expect(asker.historyAt(ONE)).toBeNull()
  await pass(20)
  expect(tell).toHaveBeenCalledTimes(2)
  expect(asker.historyAt(ONE)?.good?.identity.claim).toBe('unclaimed')
  asker.want([ONE, TWO])
  await pass(LATE_MS)
  expect(asked).toEqual([ONE, TWO])
})

test('it is asked again at its pace from the last answer on, whenever that is set', async () => {
  const asker = newAsker()
  asker.want([ONE])
  await pass(10)
  asker.keep(new Map([[ONE, 500]]))
  await pass(400)
  asker.keep(new Map([[ONE, 500]]))
  await pass(90)
  expect(asked).toEqual([ONE])
  await pass(20)
  expect(asked).toEqual([ONE, ONE])
})

test.each([
  ['has no pace', new Map([[ONE, false as const]])],
  ['is wanted no longer', new Map()],
])('it is not asked again where it %s', async (_why, pace) => {
  const asker = newAsker()
  asker.want([ONE])
  await pass(10)
  asker.keep(new Map([[ONE, 500]]))
  asker.keep(pace)
  await pass(2_000)
  expect(asked).toEqual([ONE])
})

test('while nobody has answered, no pace has an address asked once more', async () => {
  const asker = newAsker()
  answer = () => ({ claimed: false, lateMs: LATE_MS })
  asker.want([ONE])
  asker.keep(
    new Map([
      [ONE, 100],
      [TWO, 100],
    ]),
  )
  await pass(500)
  expect(asked).toEqual([ONE])
})

test('a pace that is set anew and stays the same is no work', async () => {
  const asker = newAsker()
  asker.want([ONE])
  await pass(10)
  asker.keep(new Map([[ONE, 500]]))
  const set = vi.spyOn(window, 'setTimeout')
  const cleared = vi.spyOn(globalThis, 'clearTimeout')
  for (let times = 0; times < 5; times += 1) asker.keep(new Map([[ONE, 500]]))
  expect(set).not.toHaveBeenCalled()
  expect(cleared).not.toHaveBeenCalled()
  asker.keep(new Map([[ONE, 200]]))
  expect(set).toHaveBeenCalledTimes(1)
  vi.restoreAllMocks()
  await pass(200)
  expect(asked).toEqual([ONE, ONE])
})

test('asking again drops the question that is under way, whose answer counts no more', async () => {
  const asker = newAsker()
  answer = () => ({ claimed: true, lateMs: LATE_MS })
  asker.want([ONE])
  answer = () => ({ claimed: false, lateMs: 10 })
  asker.askAgain(ONE)
  expect(given.get(`${ONE}/identity`)?.map(({ aborted }) => aborted)).toEqual([true, false])
  await pass(2 * LATE_MS)
  expect(asker.historyAt(ONE)).toMatchObject({ answers: 1, good: { identity: { claim: 'unclaimed' } } })
})

test('all are asked again, and only those that are wanted now', async () => {
  const asker = newAsker()
  asker.want([ONE, TWO])
  await pass(20)
  asker.want([TWO])
  asker.askAllAgain()
  expect(asked).toEqual([ONE, TWO, TWO])
})

test('before anybody is wanted, nobody is asked again', () => {
  newAsker().askAllAgain()
  expect(asked).toEqual([])
})

test('what failed without a reason is not asked a second question each time that it is asked again', async () => {
  const seconds: string[] = []
  vi.stubGlobal('fetch', (url: string, { mode }: { mode: string }) => {
    if (mode === 'no-cors') seconds.push(url)
    return Promise.reject(new TypeError('Failed to fetch'))
  })
  const asker = newAsker()
  asker.want([ONE])
  await pass(10)
  asker.askAgain(ONE)
  await pass(10)
  expect(asker.historyAt(ONE)?.answers).toBe(2)
  expect(seconds).toEqual([`${ONE}/identity`])
})

test('what a second question found is forgotten when the person knows better', async () => {
  const asker = newAsker()
  vi.stubGlobal('fetch', (_url: string, { mode }: { mode: string }) =>
    mode === 'no-cors' ? Promise.resolve(new Response('')) : Promise.reject(new TypeError('Failed to fetch')),
  )
  asker.want([ONE])
  await pass(10)
  expect(asker.historyAt(ONE)?.second.last?.somebody).toBe(true)
  asker.forgetSecondQuestions()
  expect(asker.historyAt(ONE)?.second).toEqual({ last: null, found: 0 })
})

test('stopped, it asks nobody any more, and leaves what is under way to who takes over', async () => {
  const asker = newAsker()
  const tell = vi.fn<() => void>()
  asker.want([ONE])
  await pass(20)
  asker.subscribe(tell)
  asker.keep(new Map([[ONE, 500]]))
  asker.askAgain(ONE)
  const question = asker.answers.inFlight.get(ONE)
  asker.stop()
  expect(given.get(`${ONE}/identity`)?.[1]?.aborted).toBe(false)
  question?.giveUp()
  asker.want([TWO])
  asker.keep(new Map([[ONE, 100]]))
  await pass(5_000)
  expect(asked).toEqual([ONE, ONE])
  expect(given.get(`${ONE}/identity`)?.[1]?.aborted).toBe(true)
  expect(tell).not.toHaveBeenCalled()
})

test('stopped while it waits for the next time, it asks nobody any more, at whatever pace', async () => {
  const asker = newAsker()
  asker.want([ONE])
  await pass(10)
  asker.keep(new Map([[ONE, 500]]))
  asker.stop()
  await pass(1_000)
  asker.keep(new Map([[ONE, 200]]))
  await pass(1_000)
  expect(asked).toEqual([ONE])
})

test('it goes on with what was asked before, and asks nobody for the same', async () => {
  const history = historyFrom('unclaimed')
  const late = { answered: Promise.resolve(history.latest), giveUp: () => undefined }
  const asker = newAsker({ histories: new Map([[ONE, history]]), inFlight: new Map([[TWO, late]]) })
  const tell = vi.fn<() => void>()
  asker.subscribe(tell)
  asker.want([ONE, TWO])
  expect(asker.historyAt(ONE)).toBe(history)
  expect(asker.historyAt(TWO)).toBeNull()
  await pass(10)
  expect(asker.historyAt(TWO)?.latest).toBe(history.latest)
  expect(tell).toHaveBeenCalledTimes(1)
  expect(asked).toEqual([])
})

test('a question of before is given up for a newer one: nobody is asked twice at a time', async () => {
  const giveUp = vi.fn<() => void>()
  const late = { answered: new Promise<never>(() => undefined), giveUp }
  const asker = newAsker({ histories: new Map(), inFlight: new Map([[ONE, late]]) })
  asker.want([ONE])
  expect(asked).toEqual([])
  asker.askAllAgain()
  expect(giveUp).toHaveBeenCalledTimes(1)
  expect(asked).toEqual([ONE])
})

/** A question of before, which is answered when the test says so, whether it was given up or not. */
function questionOfBefore(): OpenQuestion & {
  readonly answer: () => void
  readonly fail: (error: unknown) => void
} {
  const { latest } = historyFrom('claimed')
  let answered: (outcome: typeof latest) => void = () => undefined
  let failed: (error: unknown) => void = () => undefined
  const promise = new Promise<typeof latest>((resolve, reject) => {
    answered = resolve
    failed = reject
  })
  return { answered: promise, giveUp: () => undefined, answer: () => answered(latest), fail: failed }
}

test('an answer that comes although it was given up for a newer question counts no more', async () => {
  const late = questionOfBefore()
  const asker = newAsker({ histories: new Map(), inFlight: new Map([[ONE, late]]) })
  asker.askAgain(ONE)
  late.answer()
  await pass(0)
  expect(asker.historyAt(ONE)).toBeNull()
  await pass(20)
  expect(asker.historyAt(ONE)).toMatchObject({ answers: 1, good: { identity: { claim: 'unclaimed' } } })
})

test('an answer that comes after it was stopped is left to who takes over', async () => {
  const late = questionOfBefore()
  const asker = newAsker({ histories: new Map(), inFlight: new Map([[ONE, late]]) })
  const tell = vi.fn<() => void>()
  asker.subscribe(tell)
  asker.stop()
  late.answer()
  await pass(0)
  expect(asker.historyAt(ONE)).toBeNull()
  expect(asker.answers.inFlight.has(ONE)).toBe(true)
  expect(tell).not.toHaveBeenCalled()
})

test.each([
  ['is not kept quiet', () => undefined, [BUG]],
  ['is nobody’s any more after a newer question', (asker: PlainAsker) => asker.askAgain(ONE), []],
  ['is left to who takes over', (asker: PlainAsker) => asker.stop(), []],
])('a bug in asking %s', async (_what, before, expected) => {
  const late = questionOfBefore()
  const asker = newAsker({ histories: new Map(), inFlight: new Map([[ONE, late]]) })
  before(asker)
  expect(await uncaughtDuring(() => late.fail(BUG))).toEqual(expected)
})

test('who listens no more is told no more', async () => {
  const asker = newAsker()
  const tell = vi.fn<() => void>()
  asker.subscribe(tell)()
  asker.want([ONE])
  await pass(20)
  expect(tell).not.toHaveBeenCalled()
})
