import { isOverdue, isTimeToAsk, type Note } from '../../account/note.ts'
import { isGivenUp, isStarting, type AddressHistory } from '../../server/address-history.ts'
import { isToBeOpened } from './forward.ts'
import type { Known } from './known.ts'
import type { Health, Screen } from './screen.ts'
import { isAwaited, type Server } from './server.ts'
import { isWaitedFor } from './trust.ts'

/**
 * The one idea: what is on screen is a pure function of facts. The server beats the note, and the last good answer
 * beats the latest failure. Another machine is never taken for the one that is wanted.
 */
export function screenOf(known: Known): Screen {
  const { unasked, servers, search, wanted } = known
  if (unasked !== null) return { name: 'ask-first', server: null, address: unasked }
  const [server, ...others] = servers
  const searching = search?.phase === 'routers' || search?.phase === 'asking' ? search : null
  if (server === undefined) {
    if (searching !== null) return { name: 'searching', server: null, search: searching, servers: [] }
    return screenOfAwaited(known) ?? screenWithoutServer(known)
  }
  // Who is looked for is not known, so that the next address may have another one.
  if (searching !== null && wanted === null) {
    return { name: 'searching', server: null, search: searching, servers }
  }
  return others.length > 0 ? { name: 'choosing', server: null, servers } : screenOfServer(server, known)
}

function screenOfServer(server: Server, known: Known): Screen {
  const { history, identity, settled, address } = server
  const { machineIdentifier } = identity
  const health = healthOf(server, known)
  if (settled === 'claimed') {
    return { name: server.standing === 'unnamed' ? 'hearsay' : 'claimed', server, health }
  }
  const note = known.notes.get(machineIdentifier) ?? null
  if (note !== null && note.decision !== 'not-now') {
    const waiting = { machineIdentifier, server, note, health }
    if (!isOverdue(note, known.now.epochMs)) {
      return { name: asksFinished(server, note, known) ? 'ask-finished' : 'confirming', ...waiting }
    }
    // An old note waits for a settled answer: the very next one may say that it is claimed.
    if (settled !== null) return { name: 'overdue', ...waiting }
  }
  if (isStarting(history)) {
    return { name: 'starting', server, address, ...startOf(history) }
  }
  if (settled === null) return { name: 'found', server }
  if (settled === 'unknown') return { name: 'no-claim-state', server, address }
  if (note?.decision === 'not-now') return { name: 'declined', server }
  if (isToBeOpened(server, known)) return { name: 'taking', server }
  return { name: 'unclaimed', server }
}

/** A server that is restarting has a reason of its own to say nothing new, and one that just answered may say it next. */
function asksFinished({ settled, history }: Server, note: Note, { now }: Known): boolean {
  return settled !== null && !isStarting(history) && isTimeToAsk(note, now.epochMs)
}

/** Waiting survives a server that does not answer, but not another machine at its address. */
function screenOfAwaited(known: Known): Screen | null {
  const { wanted, trouble, candidates } = known
  const note = wanted === null ? undefined : known.notes.get(wanted)
  if (wanted === null || note === undefined || !isAwaited(wanted, known)) return null
  if (trouble.name === 'another-machine') return trouble
  const waiting = { name: 'confirming', machineIdentifier: wanted, server: null, note } as const
  if (trouble.name === 'starting') return { ...waiting, health: 'starting' }
  if (trouble.name === 'hidden') return { ...waiting, health: 'unreadable' }
  const allAnswered = candidates.every(({ history }) => history !== null)
  return { ...waiting, health: allAnswered ? 'failing' : 'answering' }
}

function startOf({ startingSinceMs, restarts, latest }: AddressHistory) {
  return { sinceMs: startingSinceMs ?? latest.atMs, restarts }
}

function screenWithoutServer(known: Known): Screen {
  return known.candidates.some((candidate) => isWaitedFor(candidate, known))
    ? { name: 'looking', server: null }
    : known.trouble
}

function healthOf({ history }: Server, { now }: Known): Health {
  if (isStarting(history) && !isGivenUp(history, now.monotonicMs)) return 'starting'
  if (history.latest.kind !== 'failure') return 'answering'
  return history.latest.reason === 'unreadable' ? 'unreadable' : 'failing'
}
