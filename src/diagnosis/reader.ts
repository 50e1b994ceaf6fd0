import { likelihoodsOf, softmax, type WordModel } from '../complaints/word-model.ts'
import { CAUSES, type Cause } from './cause.ts'
import { errorTextsIn, type ErrorText } from './error-texts.ts'
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
const NOTHING: Understood = { fits: [], errors: [] }

/** A reader of what people write or paste, with what a model learned. Pure; never throws. */
export function readerWith(words: WordModel): (text: string) => Understood {
  return (text) => {
    if (text.trim() === '') return NOTHING
    const errors = errorTextsIn(text)
    const said = bestOf(piecesOf(text).map((piece) => likelihoodsOf(piece, words)))
    // Around an error text that was pasted stands what programs write, and not what a person sees.
    const base = isPasted(text) && errors.length > 0 ? [] : said
    const [first] = base
    if (errors.length === 0 && (first === undefined || first.cause === 'unknown')) return NOTHING
    const shares = softmax(CAUSES.map((cause) => scoreOf(cause, base, errors)))
    const fits = CAUSES.map((cause, at) => ({ cause, likely: shares[at] ?? 0 }))
      .filter(({ likely }) => likely >= TOLD_FROM)
      .sort((one, other) => other.likely - one.likely)
    return { fits, errors: errors.map(({ name }) => name) }
  }
}

type Said = ReturnType<typeof likelihoodsOf>

/** The piece that tells most: what is surest, and not unknown. */
function bestOf(pieces: readonly Said[]): Said {
  const sure = (said: Said): number => (said[0]?.cause === 'unknown' ? 0 : (said[0]?.likely ?? 0))
  return pieces.reduce<Said>((best, said) => (sure(said) > sure(best) ? said : best), [])
}

/** Words and error texts speak together. Of several error texts, the one that says most for a cause counts. */
function scoreOf(cause: Cause, said: Said, errors: readonly ErrorText[]): number {
  if (cause === 'unknown') return -Infinity
  const likely = said.find((each) => each.cause === cause)?.likely ?? 0.01
  const most = Math.max(0, ...errors.map(({ speaks }) => speaks[cause] ?? 0))
  return Math.log(Math.max(likely, 0.001)) + most
}
