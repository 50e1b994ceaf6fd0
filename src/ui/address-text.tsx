import { Fragment } from 'react'
import { addressPieces } from './address-pieces.ts'

/** Text in which no number of an address is torn where a line ends (`addressPieces`). */
export function AddressText({ children, narrow = false }: { children: string; narrow?: boolean }) {
  return addressPieces(children, narrow).map((piece, place) => (
    // Pieces have nothing else that tells them apart.
    <Fragment key={`${place} ${piece}`}>
      {place > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
