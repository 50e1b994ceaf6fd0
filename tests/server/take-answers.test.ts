import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { newQueryClient } from '../../src/app/query-client.ts'
import { address, historyFrom } from '../../src/gallery/said.ts'
import type { AddressHistory } from '../../src/server/address-history.ts'
import { identityQueries } from '../../src/server/identity-queries.ts'
import type { Outcome } from '../../src/server/outcome.ts'
import { takeAnswers } from '../../src/server/take-answers.ts'

const ONE = address('http://192.168.1.10:32400')
const { queryKey } = identityQueries.at(ONE)

afterEach(() => vi.unstubAllGlobals())

test('what addresses said before the app was there is known at once, and what they say later is added', async () => {
  const history = historyFrom('unclaimed')
  const answered = Promise.resolve(history.latest)
  const client = newQueryClient()
  takeAnswers(client, {
    histories: new Map([[ONE, history]]),
    inFlight: new Map([[ONE, { answered, giveUp: () => undefined }]]),
  })
  expect(client.getQueryData(queryKey)).toEqual(history)
  await vi.waitUntil(() => !client.isFetching())
  expect(client.getQueryData(queryKey)?.answers).toBe(history.answers + 1)
})

test('a question of before is given up for a newer one: nobody is asked twice at a time', async () => {
  const fetched = vi.fn<() => Promise<never>>(() => new Promise(() => undefined))
  vi.stubGlobal('fetch', fetched)
  const giveUp = vi.fn<() => void>()
  const client = newQueryClient()
  const answered = new Promise<Outcome>(() => undefined)
  takeAnswers(client, { histories: new Map(), inFlight: new Map([[ONE, { answered, giveUp }]]) })
  // Who looks at it, as the page does.
  const stop = new QueryObserver(client, identityQueries.at(ONE)).subscribe(() => undefined)
  await Promise.resolve()
  expect(giveUp).not.toHaveBeenCalled()
  // As when the person comes back, or presses "Check again".
  void client.cancelQueries({ queryKey }, { silent: true, revert: false })
  void client.refetchQueries({ queryKey })
  await vi.waitUntil(() => fetched.mock.calls.length > 0)
  expect(giveUp).toHaveBeenCalledTimes(1)
  expect(fetched).toHaveBeenCalledTimes(1)
  stop()
})

test('once it is answered, the address itself is asked again', async () => {
  const fetched = vi.fn<() => Promise<never>>(() => new Promise(() => undefined))
  vi.stubGlobal('fetch', fetched)
  const client = newQueryClient()
  const answered = Promise.resolve(historyFrom('unclaimed').latest)
  const question = { answered, giveUp: () => undefined }
  takeAnswers(client, { histories: new Map(), inFlight: new Map([[ONE, question]]) })
  await vi.waitUntil(() => !client.isFetching())
  void client.refetchQueries({ queryKey })
  await vi.waitUntil(() => fetched.mock.calls.length > 0)
  expect(client.getQueryData<AddressHistory>(queryKey)?.answers).toBe(1)
})
