import type { Complaint } from './complaint.ts'
import { descend, type Rows } from './descend.ts'
import { describedBy, featuresOf, namesOf } from './features.ts'
import { foldedWords } from './folded-words.ts'
import { notionReader, parseNotions } from './notions.ts'
import { spellingFor } from './spelling.ts'
import { lettersFor, STEPS } from './word-model.ts'

/** What is seen less often says nothing about others who write. */
const WORD_SEEN = 3
const PAIR_SEEN = 10
/** Weights below this part of a step are none. */
const DROPPED = 0.7
const FIRST_SHARE = 0.75

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
  const notionsIn = notionReader(notions)
  const described = complaints.map(({ text }) => describedBy(text, notionsIn, spelling))
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
  const lines = names.flatMap((name, at) => {
    const ofName = weights.subarray(at * causes.length, (at + 1) * causes.length)
    const steps = Array.from(ofName, (weight) => (Math.abs(weight) < step * DROPPED ? 0 : weight / step))
    // A word that says nothing is still one that is known.
    return name.includes('+') && steps.every((each) => each === 0) ? [] : [`${name} ${lettersFor(steps)}`]
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
