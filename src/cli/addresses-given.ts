import { parseAddress, type Address, type AddressProblem } from '../lib/address.ts'
import { EXIT, Problem } from './problem.ts'

const SENTENCES: Readonly<Record<AddressProblem, (option: string) => string>> = {
  empty: (option) => `${option} needs an address, such as http://192.168.1.10:32400.`,
  'not-an-address': (option) => `${option} needs an address, such as http://192.168.1.10:32400.`,
  'other-scheme': (option) => `The address after ${option} begins with http:// or https://.`,
  port: (option) => `The port in the address after ${option} must be a number from 1 to 65535.`,
  'sign-in-data': (option) => `The address after ${option} must not contain a user name or password.`,
  zone: (option) => `The address after ${option} must not contain "%"; give another address of the server.`,
}

/** Reads an address that somebody gave with an option. Throws a `Problem` for what is none. */
export function addressGiven(option: string, typed: string): Address {
  const parsed = parseAddress(typed)
  if (parsed.kind === 'address') return parsed.address
  throw new Problem(SENTENCES[parsed.problem](option), EXIT.usage)
}
