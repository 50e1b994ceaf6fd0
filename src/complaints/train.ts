import type { Complaint } from './complaint.ts'
import { describedBy, featuresOf, namesOf } from './features.ts'
import { foldedWords } from './folded-words.ts'
import { parseNotions } from './notions.ts'
import { spellingFor } from './spelling.ts'
import { letterFor, softmax, STEPS } from './word-model.ts'

/** What is seen less often says nothing about others who write. */
const WORD_SEEN = 2
const PAIR_SEEN = 3
const ROUNDS = 120
const PACE = 4.8
const MOMENTUM = 0.9
/** Keeps weights small, so that rare words do not decide. */
const RESTRAINT = 0.3
/** Weights below this part of a step are none. */
const DROPPED = 0.5
const FIRST_SHARE = 0.75

/** The features of all complaints, one after the other; those of the nth end before `ends[n]`. */
type Rows = {
  readonly ends: Int32Array
  /** Where the weights of a feature begin. */
  readonly starts: Int32Array
  readonly values: Float64Array
  /** What the model should say, cause by cause. */
  readonly wanted: Float64Array
}

/**
 * Learns from complaints what words say about causes, and writes it down for word-model.ts. A logistic regression over
 * notions, pairs of them and words. The same input gives the same text.
 */
export function trainedOn(complaints: readonly Complaint[], notionTable: string): string {
  const causes = [...new Set(complaints.map(({ causes: [first] }) => first))].sort()
  const notions = parseNotions(notionTable)
  const seenWords = countsOf(complaints.map(({ text }) => [...new Set(foldedWords(text))]))
  const isKnownWord = (word: string): boolean => (seenWords.get(word) ?? 0) >= WORD_SEEN
  const spelling = spellingFor(notions, isKnownWord)
  const described = complaints.map(({ text }) => describedBy(text, notions, spelling))
  const seen = countsOf(described.map((each) => namesOf(each).map(([name]) => name)))
  const names = [...seen]
    .filter(([name, times]) => times >= (name.includes('+') ? PAIR_SEEN : WORD_SEEN))
    .map(([name]) => name)
    .concat('?strange', '?nothing')
    .sort()
  const places = new Map(names.map((name, at) => [name, at]))
  const features = described.map((each) => featuresOf(each, (name) => places.has(name)))
  let end = 0
  const rows: Rows = {
    ends: Int32Array.from(features, ({ length }) => (end += length)),
    starts: Int32Array.from(features.flat(), ([name]) => (places.get(name) ?? 0) * causes.length),
    values: Float64Array.from(features.flat(), ([, value]) => value),
    wanted: Float64Array.from(complaints.flatMap((each) => wantedFor(each.causes, causes))),
  }
  const { weights, biases } = descend(rows, names.length, causes.length)
  return written(causes, names, weights, biases, notionTable)
}

function countsOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** What the model should say: mostly the first cause, and a little the others that would look the same. */
function wantedFor(given: readonly string[], causes: readonly string[]): readonly number[] {
  const [first, ...others] = given
  return causes.map((cause) => {
    if (cause === first) return others.length === 0 ? 1 : FIRST_SHARE
    return others.includes(cause) ? (1 - FIRST_SHARE) / others.length : 0
  })
}

/** Goes downhill with momentum, all complaints at once. Typed arrays, which read as 0 nowhere in here. */
function descend({ ends, starts, values, wanted }: Rows, features: number, causes: number) {
  const weights = new Float64Array(features * causes)
  const speeds = new Float64Array(features * causes)
  const biases = new Float64Array(causes)
  const step = PACE / ends.length
  const at = (numbers: Float64Array | Int32Array, index: number): number => numbers[index] as number
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = new Float64Array(features * causes)
    const biasSlopes = new Float64Array(causes)
    for (let row = 0, begin = 0; row < ends.length; row += 1) {
      const end = at(ends, row)
      const scores = Array.from(biases)
      for (let place = begin; place < end; place += 1) {
        const start = at(starts, place)
        const value = at(values, place)
        for (let cause = 0; cause < causes; cause += 1) {
          scores[cause] = (scores[cause] as number) + at(weights, start + cause) * value
        }
      }
      const wrong = softmax(scores)
      for (let cause = 0; cause < causes; cause += 1) {
        const slope = (wrong[cause] as number) - at(wanted, row * causes + cause)
        biasSlopes[cause] = at(biasSlopes, cause) + slope
        // Too little to matter, and most are.
        if (Math.abs(slope) < 0.001) continue
        for (let place = begin; place < end; place += 1) {
          const target = at(starts, place) + cause
          slopes[target] = at(slopes, target) + slope * at(values, place)
        }
      }
      begin = end
    }
    for (let place = 0; place < weights.length; place += 1) {
      const slope = at(slopes, place) + RESTRAINT * at(weights, place)
      speeds[place] = MOMENTUM * at(speeds, place) - step * slope
      weights[place] = at(weights, place) + at(speeds, place)
    }
    for (let cause = 0; cause < causes; cause += 1) {
      biases[cause] = at(biases, cause) - step * 0.3 * at(biasSlopes, cause)
    }
  }
  return { weights, biases }
}

function written(
  causes: readonly string[],
  names: readonly string[],
  weights: Float64Array,
  biases: Float64Array,
  notionTable: string,
): string {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const step = Number((largest / STEPS).toPrecision(4))
  const [, ...table] = notionTable.trimEnd().split(/\r?\n/)
  const lines = names.map((name, at) => {
    const letters = Array.from(weights.subarray(at * causes.length, (at + 1) * causes.length), (weight) =>
      Math.abs(weight) < step * DROPPED ? 0 : Math.min(STEPS, Math.max(-STEPS, Math.round(weight / step))),
    ).map(letterFor)
    return `${name} ${letters.join('').replace(/0+$/, '')}`
  })
  return [
    causes.join(' '),
    Array.from(biases, (bias) => bias.toFixed(2)).join(' '),
    String(step),
    ...table,
    '',
    ...lines,
  ].join('\n')
}
