import { likelihoodsOf, softmax, type Likelihood, type WordModel } from '../complaints/word-model.ts'
import { CAUSES, type Cause } from './cause.ts'
import type { ErrorText } from './error-text.ts'
import { errorTextsIn } from './error-texts.ts'
import { isPasted, piecesOf } from './paste.ts'

/** A cause that words fit, and how well: all of them together make one. */
export type Fit = { readonly cause: Cause; readonly likely: number }

export type Understood = {
  /** The one that fits best comes first. Empty where nothing in the words tells one cause from another. */
  readonly fits: readonly Fit[]
  /** The error texts of programs that were recognised, by name; nothing of what was typed. */
  readonly errors: readonly string[]
}

/** Less than this is nothing to tell anybody. */
const TOLD_FROM = 0.02
/** A cause is heard when it is this likely beside nothing at all: a wrong guess costs less than none. */
const HEARD_FROM = 0.65
/** Words alone never rule out what an error text speaks for. */
const UNLIKELIEST = 0.02
const NOTHING: Understood = { fits: [], errors: [] }

/** A reader of what people write or paste, with what a model learned. Pure; never throws. */
export function readerWith(words: WordModel): (text: string) => Understood {
  return (text) => {
    if (text.trim() === '') return NOTHING
    const errors = errorTextsIn(text)
    const said = bestOf(piecesOf(text).map((piece) => likelihoodsOf(piece, words)))
    // Around an error text that was pasted stands what programs write, and not what a person sees.
    const base = isPasted(text) && errors.length > 0 ? [] : said
    if (errors.length === 0 && base.length === 0) return NOTHING
    const shares = softmax(CAUSES.map((cause) => scoreOf(cause, base, errors)))
    const fits = CAUSES.map((cause, at) => ({ cause, likely: shares[at] ?? 0 }))
      .filter(
        ({ cause, likely }) =>
          likely >= TOLD_FROM || errors.some(({ speaks }) => speaks[cause] !== undefined),
      )
      .sort((one, other) => other.likely - one.likely)
    return { fits, errors: errors.map(({ name }) => name) }
  }
}

/** The piece that tells most; empty where none tells anything. */
function bestOf(pieces: readonly (readonly Likelihood[])[]): readonly Likelihood[] {
  return pieces.reduce<readonly Likelihood[]>(
    (best, said) => (surenessOf(said) > surenessOf(best) ? said : best),
    [],
  )
}

/** How likely the likeliest cause is; 0 where it is far likelier that the words mean none. */
function surenessOf(said: readonly Likelihood[]): number {
  const none = said.find(({ cause }) => cause === 'unknown')?.likely ?? 0
  const most = said.find(({ cause }) => cause !== 'unknown')?.likely ?? 0
  return most < none * HEARD_FROM ? 0 : most
}

/** Words and error texts speak together. Of several error texts, the one that says most for a cause counts. */
function scoreOf(cause: Cause, said: readonly Likelihood[], errors: readonly ErrorText[]): number {
  if (cause === 'unknown') return -Infinity
  const likely = said.find((each) => each.cause === cause)?.likely ?? 0
  const most = Math.max(0, ...errors.map(({ speaks }) => speaks[cause] ?? 0))
  return Math.log(errors.length > 0 ? Math.max(likely, UNLIKELIEST) : likely) + most
}
