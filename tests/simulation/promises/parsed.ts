import type { SightPromise } from './promise.ts'

const DECISIONS = ['signing-in', 'sent-code', 'not-now']
const MACHINE = /^[\da-f]{32,64}$/i
/** Control characters, and those that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const LONGEST_NAME = 80
const LONGEST_WORD = 40

const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isTimeOrNull = (value: unknown): boolean => value === null || isTime(value)
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text
const isWord = (text: string | null, longest: number): boolean =>
  text === null || (text.length <= longest && !UNSEEN.test(text))

/** Nothing of storage, stamp or answers is on screen, or decides what is, that is not of the form that it has to have. */
export const nothingUnparsed: SightPromise = (_evening, _tab, { screen, facts }) => {
  for (const [machine, note] of facts.notes) {
    const { decision, atMs, expiresAtMs, opens, backAtMs, finishedAtMs } = note
    const isNote =
      MACHINE.test(machine) &&
      DECISIONS.includes(decision) &&
      isTime(atMs) &&
      [expiresAtMs, backAtMs, finishedAtMs].every(isTimeOrNull) &&
      [null, 'here', 'beside'].includes(opens)
    if (!isNote) return `A note is believed as it stands in storage: ${JSON.stringify(note)}`
  }
  const { stamp, candidates, chosen } = facts
  const { friendlyName } = stamp
  if (!isWord(friendlyName, LONGEST_NAME))
    return `The file's name of the server is shown as it stands: ${friendlyName}`
  const machines = [stamp.machineIdentifier, chosen, ...candidates.map(({ expects }) => expects)]
  const odd = machines.find((machine) => machine !== null && !MACHINE.test(machine))
  if (odd !== undefined) return `This is taken for a machine's identifier: ${odd}`
  const addresses = [...stamp.addresses, ...candidates.map(({ address }) => address)]
  const nowhere = addresses.find((address) => !isOrigin(address))
  if (nowhere !== undefined) return `This is taken for an address: ${nowhere}`
  const said = screen.server?.identity
  if (said === undefined) return null
  const isSaid =
    MACHINE.test(said.machineIdentifier) &&
    isWord(said.version, LONGEST_WORD) &&
    isWord(said.startState, LONGEST_WORD) &&
    ['claimed', 'unclaimed', 'unknown'].includes(said.claim)
  return isSaid ? null : `An answer is believed as it came: ${JSON.stringify(said)}`
}
