import type { Address } from '../lib/address.ts'
import { record, type AddressHistory } from '../server/address-history.ts'
import { askAgain } from '../server/ask-again.ts'
import { NOTHING_ASKED, type HandedOver, type OpenQuestion } from '../server/handed-over.ts'
import { NONE_ASKED } from '../server/second-question.ts'
import type { Pace } from '../wizard/screen/pace.ts'

/** Asks addresses who they are, and keeps what they said: what the query library does for the app. */
export type PlainAsker = {
  readonly historyAt: (address: Address) => AddressHistory | null
  /** Asks the new ones among them, and these alone from now on. */
  readonly want: (addresses: readonly Address[]) => void
  /** How long after its last answer each is asked again. */
  readonly keep: (pace: Pace) => void
  /** Drops the question that is under way there. */
  readonly askAgain: (address: Address) => void
  readonly askAllAgain: () => void
  readonly forgetSecondQuestions: () => void
  /** Calls back after each answer. Returns how to end that. */
  readonly subscribe: (listener: () => void) => () => void
  /** What it knows and waits for, for an app that comes late. */
  readonly answers: HandedOver
  /** Ends the asking for good. Questions that are under way are left to who takes over. */
  readonly stop: () => void
}

/** Goes on with what was asked before, and asks nobody a second time for that. */
export function newAsker(before: HandedOver = NOTHING_ASKED): PlainAsker {
  const histories = new Map(before.histories)
  /** The questions that wait for an answer. */
  const underWay = new Map<Address, OpenQuestion>()
  const timers = new Map<Address, { readonly id: number; readonly dueMs: number }>()
  const listeners = new Set<() => void>()
  let wanted: readonly Address[] = []
  let over = false

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function ask(address: Address): void {
    forgetTimer(address)
    underWay.get(address)?.giveUp()
    const controller = new AbortController()
    const answered = askAgain(address, histories.get(address) ?? null, controller.signal)
    waitFor(address, { answered, giveUp: () => controller.abort() })
  }

  function waitFor(address: Address, question: OpenQuestion): void {
    underWay.set(address, question)
    question.answered.then(
      (answer) => {
        if (over || underWay.get(address) !== question) return
        underWay.delete(address)
        histories.set(address, record(histories.get(address) ?? null, answer))
        tell()
      },
      (error: unknown) => {
        // It was dropped for a newer one; anything else is a bug of ours.
        if (!over && underWay.get(address) === question) throw error
      },
    )
  }

  function forgetTimer(address: Address): void {
    clearTimeout(timers.get(address)?.id)
    timers.delete(address)
  }

  function askAfter(address: Address, againInMs: number | false): void {
    const latest = histories.get(address)?.latest
    if (againInMs === false || latest === undefined || underWay.has(address)) return forgetTimer(address)
    const dueMs = latest.atMs + againInMs
    if (timers.get(address)?.dueMs === dueMs) return
    forgetTimer(address)
    const id = window.setTimeout(() => ask(address), dueMs - performance.now())
    timers.set(address, { id, dueMs })
  }

  before.inFlight.forEach((question, address) => waitFor(address, question))

  return {
    historyAt: (address) => histories.get(address) ?? null,
    want: (addresses) => {
      if (over) return
      wanted = addresses
      for (const address of addresses) if (!histories.has(address) && !underWay.has(address)) ask(address)
    },
    keep: (pace) => {
      if (over) return
      timers.forEach((_timer, address) => {
        if (!pace.has(address)) forgetTimer(address)
      })
      pace.forEach((againInMs, address) => askAfter(address, againInMs))
    },
    askAgain: ask,
    askAllAgain: () => {
      for (const address of wanted) ask(address)
    },
    forgetSecondQuestions: () => {
      histories.forEach((history, address) => histories.set(address, { ...history, second: NONE_ASKED }))
    },
    answers: { histories, inFlight: underWay },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      over = true
      timers.forEach((_timer, address) => forgetTimer(address))
    },
  }
}
