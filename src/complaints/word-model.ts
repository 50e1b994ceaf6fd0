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

/** As many steps as there are letters, for and against. */
export const STEPS = 26
const BEFORE_SMALL = 96
const BEFORE_CAPITALS = 64

/**
 * Letters for weights, counted in steps: small ones speak for a cause, capitals against it. A number stands for as many
 * weights of nothing, `0` for one; at the end they are left out.
 */
export function lettersFor(steps: readonly number[]): string {
  return steps
    .map((step) => {
      const whole = Math.min(STEPS, Math.round(Math.abs(step)))
      return whole === 0 ? '0' : String.fromCharCode((step > 0 ? BEFORE_SMALL : BEFORE_CAPITALS) + whole)
    })
    .join('')
    .replace(/0+$/, '')
    .replace(/00+/g, (zeros) => String(zeros.length))
}

/** What `lettersFor` had. */
export function stepsOf(letters: string): readonly number[] {
  const each = letters.replace(/[1-9]\d*/g, (zeros) => '0'.repeat(Number(zeros)))
  return Array.from(each, (letter) => {
    const code = letter.charCodeAt(0)
    if (letter === '0') return 0
    return code > BEFORE_SMALL ? code - BEFORE_SMALL : BEFORE_CAPITALS - code
  })
}

/**
 * Reads what train.ts writes: causes, biases, the size of a step, and the table of notions. After an empty line come the
 * features, with the letters for all causes.
 */
export function parseModel(written: string): WordModel {
  const [head = '', features = ''] = written.split('\n\n')
  const [causes = '', biases = '', step = '', ...table] = head.split('\n')
  const weights = new Map(
    features.split('\n').map((line): [string, readonly number[]] => {
      const [name = '', letters = ''] = line.split(' ')
      return [name, stepsOf(letters).map((each) => each * Number(step))]
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
