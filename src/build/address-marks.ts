import type { Plugin } from 'vite'

/** In pictures, text that may break inside an address is marked, since its address is filled in later. */
export function inMarks(): Plugin {
  return {
    name: 'address-marks',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('/src/ui/address-text.tsx')
        ? `import { breakable } from '../painter/marks.ts'
           export const AddressText = ({ children, narrow = false }) => breakable(children, narrow)`
        : null,
  }
}
