import type { Evening } from '../world/evening.ts'
import type { Tab } from '../world/tab.ts'
import { isThisComputer, type Question } from '../world/wire.ts'

// What docs/contract.md §3 says of who may be believed, once more and without the page's own code.

type Stamp = {
  readonly format?: number
  readonly server?: { machineIdentifier?: string; addresses?: string[] }
  readonly signIn?: { expiresAt?: string }
}

/** What stands in the stamp, where it can be read; null where it can't, and names nothing. */
export function stampIn({ opening }: Tab): Stamp | null {
  const known = stamps.get(opening.stamp) ?? { stamp: readStamp(opening.stamp) }
  stamps.set(opening.stamp, known)
  return known.stamp
}

const stamps = new Map<string, { readonly stamp: Stamp | null }>()

function readStamp(text: string): Stamp | null {
  try {
    const stamp = JSON.parse(text) as Stamp
    return stamp.format === undefined || stamp.format === 1 ? stamp : null
  } catch {
    return null
  }
}

/** How an address is named: by the file or the person, as this computer, or not at all. */
export function namedAs(evening: Evening, tab: Tab, address: string): 'promised' | 'near' | null {
  const { origin } = tab.opening
  const stamp = stampIn(tab)
  const { typed, picked } = evening.doingsIn(tab)
  const stamped = stamp?.server?.addresses ?? []
  if (stamped.includes(address) || typed.has(address)) return 'promised'
  if (address === origin && answersAt(evening, tab, address).length > 0) return 'promised'
  const unstamped = stamp !== null && stamped.length === 0
  if (picked.has(address) && unstamped) return 'promised'
  const fromHere = origin !== null && isThisComputer(origin)
  return isThisComputer(address) && (fromHere || (origin === null && unstamped)) ? 'near' : null
}

/** Whole answers of media servers there, in order of arrival. */
export function answersAt(evening: Evening, tab: Tab, address: string): readonly Question[] {
  return answersTo(evening, tab).filter(({ origin }) => origin === address)
}

export function answersTo(evening: Evening, tab: Tab): readonly Question[] {
  return evening
    .askedBy(tab)
    .filter(({ said }) => said !== null && said.machine !== null)
    .sort((one, other) => (one.endedMs ?? 0) - (other.endedMs ?? 0))
}

/** The machine that this page is about; null while any will do. */
export function meantIn(evening: Evening, tab: Tab): readonly string[] | null {
  const chosen = [...evening.doingsIn(tab).chosen]
  const stamped = stampIn(tab)?.server?.machineIdentifier
  if (stamped !== undefined) return [stamped, ...chosen]
  const { origin } = tab.opening
  const own = origin === null ? undefined : answersAt(evening, tab, origin)[0]?.said?.machine
  return own == null ? null : [own, ...chosen]
}
