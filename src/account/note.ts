import * as v from 'valibot'
import { parseJson } from '../lib/json.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { writeStored, readStored } from '../lib/storage.ts'

/** Signing in takes a minute or two; after this long something else is the matter. */
const OVERDUE_AFTER_MS = 30 * 60_000
/** A person who is back for this long has seen that nothing changed. */
const ASKED_AFTER_MS = 20_000
/** The server says that it is linked about a second after a sign-in (protocol.md §4.1). */
const FINISHED_FOR_MS = 60_000
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
  /** Where signing in was to open: in the tab of this page, or in one beside it; null where nobody signs in. */
  readonly opens: 'here' | 'beside' | null
  /** When the person first came back to the page since they left; null while nobody is known to be back. */
  readonly backAtMs: number | null
  /** When the person said that they have finished signing in. */
  readonly finishedAtMs: number | null
}

const Time = v.pipe(v.number(), v.finite())

const Shape = v.object({
  decision: v.picklist(['signing-in', 'sent-code', 'not-now']),
  atMs: Time,
  expiresAtMs: v.nullable(Time),
  // Missing in the notes of an earlier version of this page.
  opens: v.optional(v.nullable(v.picklist(['here', 'beside'])), null),
  backAtMs: v.optional(v.nullable(Time), null),
  finishedAtMs: v.optional(v.nullable(Time), null),
})

/** Reads a note from storage. What is not one, or is hours old, counts as no note. Never throws. */
export function parseNote(text: string | null, nowEpochMs: number): Note | null {
  const note = v.safeParse(Shape, parseJson(text))
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
  if (note.finishedAtMs !== null && nowEpochMs - note.finishedAtMs >= FINISHED_FOR_MS) return true
  return note.expiresAtMs !== null && nowEpochMs >= note.expiresAtMs
}

/** Is it time to ask whether the person has finished signing in? Once they said so, the question is answered. */
export function isTimeToAsk(note: Note, nowEpochMs: number): boolean {
  const { decision, backAtMs, finishedAtMs } = note
  if (decision !== 'signing-in' || backAtMs === null || finishedAtMs !== null) return false
  return nowEpochMs - backAtMs >= ASKED_AFTER_MS
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

/** A new note, for what was decided at this moment. */
export function newNote(decision: Note['decision'], atMs: number, more: Partial<Note> = {}): Note {
  return { decision, atMs, expiresAtMs: null, opens: null, backAtMs: null, finishedAtMs: null, ...more }
}

/** Adds to the note of a person who signs in, where there still is one. It says nothing about who left from this tab. */
function amendNote(
  machineIdentifier: MachineIdentifier,
  nowEpochMs: number,
  amend: (note: Note) => Note,
): void {
  const key = noteKeyFor(machineIdentifier)
  const note = parseNote(readStored('local', key), nowEpochMs)
  if (note?.decision !== 'signing-in') return
  const amended = amend(note)
  if (amended !== note) writeStored('local', key, JSON.stringify(amended))
}

/** The person is back. Only the first time counts, until they leave again. */
export function noteReturn(machineIdentifier: MachineIdentifier, backAtMs: number, nowEpochMs: number): void {
  amendNote(machineIdentifier, nowEpochMs, (note) => (note.backAtMs === null ? { ...note, backAtMs } : note))
}

/** The person says that they have finished signing in. */
export function noteFinished(machineIdentifier: MachineIdentifier, nowEpochMs: number): void {
  amendNote(machineIdentifier, nowEpochMs, (note) => ({ ...note, finishedAtMs: nowEpochMs }))
}

/** The person says that they have not. They are as good as away again, and the waiting begins anew. */
export function noteNotYet(machineIdentifier: MachineIdentifier, nowEpochMs: number): void {
  amendNote(machineIdentifier, nowEpochMs, (note) => ({ ...note, atMs: nowEpochMs, backAtMs: null }))
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
