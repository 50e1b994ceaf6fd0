/** The name or number of a host with its port, on its own or in a sentence. */
const ADDRESS = /([\w.:/[\]-]*[\w\]]:\d{1,5}(?!\w))/
/** As long as `192.168.178.120:32400`, for which every phone has room in a line. */
const FITS = 21

/**
 * `text` in pieces between which a line may end inside an address. One that may be too long for a line goes on with its
 * next colon. In a `narrow` place, or in large letters, none is sure to fit.
 */
export function addressPieces(text: string, narrow: boolean): readonly string[] {
  return text.split(ADDRESS).reduce<string[]>(
    (all, part, at) => {
      const last = all.pop() ?? ''
      const [first = '', ...further] =
        at % 2 === 0 || (part.length <= FITS && !narrow) ? [part] : part.split(/(?=:\w)/)
      return [...all, `${last}${first}`, ...further]
    },
    [''],
  )
}
