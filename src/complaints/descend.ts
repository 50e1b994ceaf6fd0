import { softmax } from './word-model.ts'

const ROUNDS = 80
const PACE = 8
const MOMENTUM = 0.9
/** Keeps weights small, so that rare words do not decide. */
const RESTRAINT = 0.3
/** Beyond its bias, a cause starts with nothing; biases follow more slowly. */
const BIAS_PACE = 0.3
/** A mistake this small teaches nothing, and most are. */
const SMALL = 0.001

/** The features of all complaints, one after the other; those of the nth end before `ends[n]`. */
export type Rows = {
  readonly ends: Int32Array
  /** Where the weights of a feature begin. */
  readonly starts: Int32Array
  readonly values: Float64Array
  /** What the model should say, cause by cause. */
  readonly wanted: Float64Array
}

/** Logistic regression: goes downhill with momentum, all complaints at once. */
export function descend({ ends, starts, values, wanted }: Rows, features: number, causes: number) {
  const weights = new Float64Array(features * causes)
  const speeds = new Float64Array(features * causes)
  const biases = new Float64Array(causes)
  const step = PACE / ends.length
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
        if (Math.abs(slope) < SMALL) continue
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
      biases[cause] = at(biases, cause) - step * BIAS_PACE * at(biasSlopes, cause)
    }
  }
  return { weights, biases }
}

/** Reads where there is something: no place in here is beyond the end. */
function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] as number
}
