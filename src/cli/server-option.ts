import type { Address } from '../lib/address.ts'
import { addressGiven } from './addresses-given.ts'
import { option } from './options.ts'

/** A server of this computer. */
export const OWN_SERVER = 'http://127.0.0.1:32400' as Address

/** `--server`, for every command that looks at one server. */
export const serverOption = option(
  '--server <URL>',
  `where the server answers; ${OWN_SERVER} unless said`,
  (text) => addressGiven('--server', text),
  OWN_SERVER,
)
