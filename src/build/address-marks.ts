import type { Plugin } from 'vite'

const ADDRESS_TEXT = '/src/ui/address-text.tsx'

/** In pictures, text that may break inside an address is marked, since its address is filled in later. */
export function addressMarks(): Plugin {
  return {
    name: 'address-marks',
    enforce: 'pre',
    load: (id) =>
      id.endsWith(ADDRESS_TEXT) ? `export { AddressText } from '../painter/marked-address.tsx'` : null,
  }
}
