import * as v from 'valibot'
import { parseJson } from '../lib/json.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { writeStored, readStored } from '../lib/storage.ts'

/** Signing in takes a minute or two; after this long something else is the matter. */
const OVERDUE_AFTER_MS = 30 * 60_000
const FORGOTTEN_AFTER_MS = 2 * 60 * 60_000
const CLOCK_SLACK_MS = 60_000

/**
 * What the person decided last about one server, written before they leave the page and found again when they
 * come back. It only ever says what they wanted; whether it happened, the server says.
 */
export type Note = {
  /** `sent-code`: a claim code went to the server. */
  readonly decision: 'signing-in' | 'sent-code' | 'not-now'
  /** When, on the wall clock. */
  readonly atMs: number
  /** Until when the PIN they left with is good, or a claim code is waited for; null without one. */
  readonly expiresAtMs: number | null
}

const Shape = v.object({
  decision: v.picklist(['signing-in', 'sent-code', 'not-now']),
  atMs: v.pipe(v.number(), v.finite()),
  expiresAtMs: v.nullable(v.pipe(v.number(), v.finite())),
})

/** Reads a note from storage. What is not one, or is hours old, counts as no note. Never throws. */
export function parseNote(text: string | null, nowEpochMs: number): Note | null {
  const note = v.safeParse(Shape, text === null ? null : parseJson(text))
  if (!note.success) return null
  const age = nowEpochMs - note.output.atMs
  return note.output.decision !== 'not-now' && age > FORGOTTEN_AFTER_MS ? null : note.output
}

/**
 * Has the person been away for too long? A note from the future (somebody set the clock back) counts as
 * overdue as well: how long it has been is unknown, and nothing waits for ever.
 */
export function isOverdue(note: Note, nowEpochMs: number): boolean {
  const age = nowEpochMs - note.atMs
  if (age > OVERDUE_AFTER_MS || age < -CLOCK_SLACK_MS) return true
  return note.expiresAtMs !== null && nowEpochMs >= note.expiresAtMs
}

/** Notes are kept per server: all file pages of a browser share one storage (browsers.md rule 10). */
export function noteKeyFor(machineIdentifier: MachineIdentifier): string {
  return `note:${machineIdentifier}`
}

export function leaveNote(machineIdentifier: MachineIdentifier, note: Note): void {
  writeStored('local', noteKeyFor(machineIdentifier), JSON.stringify(note))
  // Any page that shares the storage can forge a note; only this tab knows that it left one.
  writeStored('session', leftKeyFor(machineIdentifier), 'yes')
}

export function tearUpNote(machineIdentifier: MachineIdentifier): void {
  writeStored('local', noteKeyFor(machineIdentifier), null)
  writeStored('session', leftKeyFor(machineIdentifier), null)
}

function leftKeyFor(machineIdentifier: MachineIdentifier): string {
  return `left-for:${machineIdentifier}`
}

/** The notes of these machines, as far as there are any. */
export function notesOf(
  machines: readonly MachineIdentifier[],
  nowEpochMs: number,
): ReadonlyMap<MachineIdentifier, Note> {
  const notes = new Map<MachineIdentifier, Note>()
  for (const machine of machines) {
    const note = parseNote(readStored('local', noteKeyFor(machine)), nowEpochMs)
    if (note !== null) notes.set(machine, note)
  }
  return notes
}

/** For which of these machines did somebody leave from this tab? */
export function leftHereOf(machines: readonly MachineIdentifier[]): ReadonlySet<MachineIdentifier> {
  return new Set(machines.filter((machine) => readStored('session', leftKeyFor(machine)) !== null))
}
