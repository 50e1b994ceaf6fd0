import { breakable } from './marks.ts'

/** Stands in for `src/ui/address-text.tsx` while pictures are drawn: the address is filled in later. */
export function AddressText({ children, narrow = false }: { children: string; narrow?: boolean }) {
  return breakable(children, narrow)
}
