import { mediaHolds } from './media.ts'

/** `theme.css`, `panel.module.css` and `frame.module.css` in `src/ui` ask the same. */
export const FROM_AFAR =
  '(hover: none) and (pointer: coarse) and (min-width: 60rem), (hover: none) and (pointer: none) and (min-width: 60rem)'

/** A large screen over which nothing hovers: a television, most likely. Tablets held sideways can't be told from one. */
export function isSeenFromAfar(): boolean {
  return mediaHolds(FROM_AFAR)
}
