import { describedBy, featuresOf } from './features.ts'
import { notionReader, parseNotions, type NotionReader } from './notions.ts'
import { spellingFor, type Spelling } from './spelling.ts'

/** What the page knows about the words of people. Made from the examples (train.ts) whenever the page is built. */
export type WordModel = {
  readonly causes: readonly string[]
  readonly biases: readonly number[]
  /** For each feature, what it says for or against each of the causes. */
  readonly weights: ReadonlyMap<string, readonly number[]>
  readonly notionsIn: NotionReader
  readonly spelling: Spelling
}

/** How likely it is that this is the cause. All of them together make one. */
export type Likelihood = { readonly cause: string; readonly likely: number }

const ZERO = '0'
/** As many steps as there are letters, for and against. */
export const STEPS = 26

/** A letter for a weight: small ones speak for a cause, capitals against it. */
export function letterFor(step: number): string {
  if (step === 0) return ZERO
  return String.fromCharCode((step > 0 ? 96 : 64) + Math.abs(step))
}

function stepOf(letter: string): number {
  const code = letter.charCodeAt(0)
  return letter === ZERO ? 0 : code > 96 ? code - 96 : 64 - code
}

/**
 * Reads what train.ts writes: the causes, their biases, the size of a step, the table of notions, an empty line, and the
 * features with one letter for each cause.
 */
export function parseModel(written: string): WordModel {
  const [head = '', features = ''] = written.split('\n\n')
  const [causes = '', biases = '', step = '', ...table] = head.split('\n')
  const weights = new Map(
    features.split('\n').map((line): [string, readonly number[]] => {
      const [name = '', letters = ''] = line.split(' ')
      return [name, Array.from(letters, (letter) => stepOf(letter) * Number(step))]
    }),
  )
  const notions = parseNotions(['', ...table].join('\n'))
  return {
    causes: causes.split(' '),
    biases: biases.split(' ').map(Number),
    weights,
    notionsIn: notionReader(notions),
    spelling: spellingFor(notions, (word) => weights.has(word)),
  }
}

/** All causes by how likely the words make them, the likeliest first. Pure; never throws. */
export function likelihoodsOf(text: string, model: WordModel): readonly Likelihood[] {
  const scores = [...model.biases]
  const described = describedBy(text, model.notionsIn, model.spelling)
  for (const [name, value] of featuresOf(described, (known) => model.weights.has(known))) {
    const weights = model.weights.get(name) ?? []
    weights.forEach((weight, at) => {
      scores[at] = (scores[at] ?? 0) + weight * value
    })
  }
  return softmax(scores)
    .map((likely, at) => ({ cause: model.causes[at] ?? '', likely }))
    .sort((one, other) => other.likely - one.likely)
}

/** Makes shares of one out of scores. */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
