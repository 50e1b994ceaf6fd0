import { Fragment } from 'react'

/** The name or number of a host with its port, on its own or in a sentence. */
const ADDRESS = /([\w.:/[\]-]*[\w\]]:\d{1,5}(?!\w))/
/** As long as `192.168.178.120:32400`, for which every phone has room in a line. */
const FITS = 21

/**
 * Text in which no number of an address is torn where a line ends. One that may be too long for a line goes on with its
 * next colon. In a `narrow` place, or in large letters, none is sure to fit.
 */
export function AddressText({ children, narrow = false }: { children: string; narrow?: boolean }) {
  return children.split(ADDRESS).map((part, at) => {
    if (at % 2 === 0 || (part.length <= FITS && !narrow)) return part
    return part.split(/(?=:\w)/).map((piece, place) => (
      <Fragment key={`${at} ${place}`}>
        {place > 0 && <wbr />}
        {piece}
      </Fragment>
    ))
  })
}
