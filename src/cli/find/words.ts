import { tailOf } from '../../lib/machine-identifier.ts'
import type { FoundServer } from './servers.ts'
import type { OwnNetwork } from './gdm-networks.ts'
import { sweepTakesMs } from './sweep.ts'

const CLAIMS: Readonly<Record<FoundServer['claim'], string>> = {
  unclaimed: 'not claimed',
  starting: 'starting',
  claimed: 'claimed',
  unknown: 'not known',
}
const HEAD = ['Name', 'State', 'Version', 'Server', 'Addresses']
const NOT_CONFIRMED = 'not confirmed'
const NOTHING = '–'

/** A line for each server below a line of headings. The last six characters tell one server from another. */
export function tableOf(servers: readonly FoundServer[]): string {
  const rows = [HEAD, ...servers.map(rowOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))))
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rowOf({ machineIdentifier, name, version, claim, isConfirmed, ...at }: FoundServer): string[] {
  const state = isConfirmed ? CLAIMS[claim] : NOT_CONFIRMED
  const places = [
    ...at.addresses,
    ...at.unproven.map(({ address, isSilent }) => `${address} (${isSilent ? 'no answer' : NOT_CONFIRMED})`),
  ]
  return [name ?? NOTHING, state, version ?? NOTHING, `…${tailOf(machineIdentifier)}`, places.join(', ')]
}

/** What other programs read: exactly these five, and no state in words. */
export function jsonOf(servers: readonly FoundServer[]): string {
  const told = servers.map(({ machineIdentifier, name, version, claim, addresses }) => ({
    machineIdentifier,
    name,
    version,
    claim,
    addresses,
  }))
  return JSON.stringify(told, null, 2)
}

/** What is about to happen, and how long it takes. */
export function askingSentence(networks: readonly OwnNetwork[], withinMs: number): string {
  const { length } = networks.filter(({ kind }) => kind !== 'alone')
  const whom =
    length === 0
      ? 'this computer alone, which is in no network,'
      : `${length} network${length === 1 ? '' : 's'}`
  return `Asking ${whom} for ${withinMs / 1_000} s…`
}

/** What is about to happen to the neighbours, before it does. */
export function sweepingSentence(addresses: number): string {
  return addresses === 0
    ? 'This computer is in no home network whose addresses could be tried one by one.'
    : `Trying ${addresses} addresses at port 32400, a few at once; this takes up to ${Math.ceil(sweepTakesMs(addresses) / 1_000)} s and changes nothing there.`
}

export function foundSentence({ name, claim, addresses }: FoundServer): string {
  return `Found ${name ?? 'a server'} at ${addresses.join(', ')}: ${CLAIMS[claim]}.`
}

// What takes two columns in a terminal is too rare in names of servers to be counted right.
function lengthOf(text: string): number {
  return [...text].length
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - lengthOf(text))
}
