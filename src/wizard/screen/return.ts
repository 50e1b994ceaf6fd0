import type { Note } from '../../account/note.ts'
import { epochOf } from '../../lib/clock.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * The notes, each with the moment when the person came back since they left. A moment that a note tells already stays: it
 * was the first. So nobody's question starts anew when they turn to another window and back.
 */
export function notesWithReturn({ notes, ...facts }: Facts): Facts['notes'] {
  return new Map([...notes].map(([machine, note]) => [machine, { ...note, backAtMs: backAtMs(note, facts) }]))
}

/** A person who opens the page after they left, in this tab or in another, is back as well. */
function backAtMs(note: Note, { now, visible, returnedAtMs }: Omit<Facts, 'notes'>): number | null {
  if (note.decision !== 'signing-in' || note.backAtMs !== null) return note.backAtMs
  const returned = epochOf(returnedAtMs, now)
  return visible && returned > note.atMs ? returned : null
}
