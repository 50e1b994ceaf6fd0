import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { address, ATTIC } from '../../src/gallery/said.ts'
import { newAnswers } from '../../src/painter/asking.ts'
import { handOver, NOTHING_ASKED, takeOver } from '../../src/server/handed-over.ts'
import { uncaughtDuring } from '../uncaught.ts'

const ONE = address('http://192.168.1.10:32400')
const TWO = address('http://192.168.1.11:32400')

let asked: string[]
let signals: AbortSignal[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  signals = []
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    asked.push(url)
    signals.push(signal)
    const body = JSON.stringify({ MediaContainer: { claimed: false, machineIdentifier: ATTIC } })
    return new Promise((resolve) => setTimeout(() => resolve(new Response(body)), 10))
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('each address is asked once, all at the same time, and every answer is told', async () => {
  const tell = vi.fn<() => void>()
  const answers = newAnswers(tell)
  answers.ask([ONE, TWO, ONE])
  answers.ask([TWO])
  expect(asked).toEqual([`${ONE}/identity`, `${TWO}/identity`])
  expect([...answers.inFlight.keys()]).toEqual([ONE, TWO])
  expect(answers.histories.size).toBe(0)
  await vi.advanceTimersByTimeAsync(20)
  expect(tell).toHaveBeenCalledTimes(2)
  expect(answers.inFlight.size).toBe(0)
  expect(answers.histories.get(ONE)).toMatchObject({ answers: 1, good: { identity: { claim: 'unclaimed' } } })
  answers.ask([ONE])
  expect(asked).toHaveLength(2)
})

test('a question that is given up for a newer one is heard no more', async () => {
  const tell = vi.fn<() => void>()
  const answers = newAnswers(tell)
  answers.ask([ONE])
  const question = answers.inFlight.get(ONE)
  question?.giveUp()
  await expect(question?.answered).rejects.toThrow('Nobody waits')
  await vi.advanceTimersByTimeAsync(20)
  expect(signals[0]?.aborted).toBe(true)
  expect(tell).not.toHaveBeenCalled()
  expect(answers.histories.size).toBe(0)
})

test('a question that is given up is no bug, and a bug in asking is not kept quiet', async () => {
  const answers = newAnswers(() => undefined)
  answers.ask([ONE])
  expect(await uncaughtDuring(() => answers.inFlight.get(ONE)?.giveUp())).toEqual([])
  const bug = new Error('a bug')
  vi.spyOn(performance, 'now').mockImplementation(() => {
    throw bug
  })
  expect(await uncaughtDuring(() => answers.ask([TWO]))).toEqual([bug])
})

test('the app takes over what was asked, and nothing where nobody was', () => {
  vi.stubGlobal('setupPlexAnswers', undefined)
  expect(takeOver()).toBe(NOTHING_ASKED)
  expect(NOTHING_ASKED.histories.size + NOTHING_ASKED.inFlight.size).toBe(0)
  const answers = newAnswers(() => undefined)
  handOver(answers)
  expect(takeOver()).toBe(answers)
})
