import { ATTIC } from '../../../src/mocks/identity.ts'

/** The server that evenings are about, and where it is. */
export const ATTIC_ID = ATTIC.machineIdentifier
export const ADDRESS = 'http://192.168.1.10:32400'
/** Where it goes when the router gives it another address. */
export const NEW_ADDRESS = 'http://192.168.1.77:32400'
/** Somebody else's, or an old one. */
export const CELLAR_ID = 'd'.repeat(40)
export const CELLAR_ADDRESS = 'http://192.168.1.20:32400'
/** Says that it is the attic. */
export const IMPOSTOR_ADDRESS = 'http://192.168.1.66:32400'
export const WEB_ADDRESS = 'http://192.168.1.5:8080'
export const FAR_ADDRESS = 'https://attic.example:32400'
export const ROUTER_PAGE = 'http://192.168.1.1'
