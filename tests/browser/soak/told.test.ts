import { describe, expect, it } from 'vitest'
import type { Minute } from './sit.ts'
import { lineOf, tableOf, whatGrew, type Sat } from './told.ts'

const MEGABYTE = 2 ** 20

/** An hour in which all is well. */
function hour(change: (minute: number) => Partial<Minute> = () => ({})): readonly Minute[] {
  return Array.from({ length: 61 }, (_, minute) => ({
    minute,
    screen: 'unclaimed',
    questions: minute * 21,
    heard: minute * 21,
    processorMs: minute * 200,
    heapBytes: 4 * MEGABYTE,
    memoryKb: 40 * 1024,
    timers: 3,
    elements: 235,
    nodes: 620,
    listeners: 170,
    ...change(minute),
  }))
}

const sat = (minutes: readonly Minute[]): readonly Sat[] => [
  { engine: 'chromium', screen: 'unlinked', minutes },
]
const grew = (change: (minute: number) => Partial<Minute>): string => whatGrew(sat(hour(change)), 60).join()

describe('an hour before one screen', () => {
  it('is well where nothing grows', () => {
    expect(whatGrew(sat(hour()), 60)).toEqual([])
  })

  it('may learn the code for ten minutes', () => {
    expect(grew((minute) => ({ heapBytes: (3 + Math.min(minute, 10) / 10) * MEGABYTE }))).toBe('')
  })

  it('is compared with itself where it becomes another screen in the middle', () => {
    const later = (minute: number): Partial<Minute> =>
      minute < 31 ? {} : { screen: 'overdue', heapBytes: 5 * MEGABYTE, nodes: 710 }
    const minutes = hour((minute) => ({ screen: 'confirming', ...later(minute) }))
    expect(whatGrew([{ engine: 'chromium', screen: 'confirming', minutes }], 60)).toEqual([])
  })

  it.each<[string, (minute: number) => Partial<Minute>]>([
    ['the heap grew by 0.50 MB', (minute) => ({ heapBytes: (4 + minute / 100) * MEGABYTE })],
    ['timers grew from 13 to 63', (minute) => ({ timers: 3 + minute })],
    ['nodes grew', (minute) => ({ nodes: 620 + minute })],
    ['it asks 24.0 times a minute', (minute) => ({ questions: minute * 24 })],
    ['it takes 0.60 % of a core', (minute) => ({ processorMs: minute * 360 })],
    ['it shows "missing" in minute 7', (minute) => (minute === 7 ? { screen: 'missing' } : {})],
  ])('tells that %s', (sentence, change) => {
    expect(grew(change)).toBe(`chromium, unlinked: ${sentence}`)
  })

  it('tells of an engine that ended early, or never came up', () => {
    expect(whatGrew(sat(hour().slice(0, 8)), 60)).toEqual(['chromium, unlinked: ended after minute 7'])
    expect(whatGrew(sat([]), 60)).toEqual(['chromium, unlinked: ended after minute nought'])
  })

  it('is told in lines and as a table, where an engine does not tell its heap as well', () => {
    expect(lineOf(hour().slice(0, 2))).toContain(
      'minute 1, "unclaimed", 21 asked, 21 heard, 0.33 % of a core, heap 4.000 MB',
    )
    expect(tableOf(sat(hour()))).toContain(
      '| unlinked | chromium | 21.0 | 0.33 | 4.00 → 4.00 | 40.0 → 40.0 | 3 → 3 |',
    )
    expect(tableOf(sat(hour(() => ({ heapBytes: null }))))).toContain('| not told |')
  })
})
