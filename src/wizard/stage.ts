import { isOverdue, type Note } from '../account/note.ts'
import type { Address } from '../lib/address.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { isGivenUp, isStarting } from '../server/heard.ts'
import type { Search } from '../server/search.ts'
import type { Facts } from './facts.ts'
import { isAwaited, isAwaitedHere, serversOf, wantedOf, type Server } from './server-on-screen.ts'
import { troubleOf, type Trouble } from './trouble.ts'
import { isWaitedFor } from './trust.ts'

/** How the server is doing while the page waits for it, or after it was claimed. */
export type Health = 'answering' | 'starting' | 'failing' | 'unreadable'

/** What is on screen. The names are what automation sees as `data-stage` (contract.md §4). */
export type Stage =
  /** `found` while a first "claimed" waits for the second answer that agrees. */
  | { readonly name: 'looking'; readonly found: Server | null }
  /** A network is being searched; with its servers so far, where any of them will do. */
  | { readonly name: 'looking'; readonly search: Search; readonly servers: readonly Server[] }
  | { readonly name: 'choosing'; readonly servers: readonly Server[] }
  /** An address from the URL that is contacted only when the person agrees; until then nothing is asked. */
  | { readonly name: 'missing'; readonly unasked: Address }
  | (Trouble & { readonly name: 'missing' | 'blocked' | 'stranger' | 'unreadable' | 'starting' })
  | { readonly name: 'starting'; readonly server: Server; readonly sinceMs: number }
  /** It can be read, and does not say whether it is claimed. */
  | { readonly name: 'unreadable'; readonly server: Server }
  /** `declined`: the person said "not now". */
  | { readonly name: 'unclaimed'; readonly server: Server; readonly declined: boolean }
  | {
      readonly name: 'confirming'
      readonly machineIdentifier: MachineIdentifier
      readonly server: Server | null
      readonly note: Note
      readonly overdue: boolean
      readonly health: Health
    }
  | { readonly name: 'claimed'; readonly server: Server; readonly health: Health }

/**
 * The one idea: what is on screen is a pure function of facts. The server beats the note, the last good answer
 * beats the latest failure, and another machine is never taken for the one that is wanted.
 */
export function stageOf(facts: Facts): Stage {
  if (facts.unasked !== null) return { name: 'missing', unasked: facts.unasked }
  const servers = serversOf(facts)
  const server =
    servers.find(({ identity }) => isAwaitedHere(identity.machineIdentifier, facts)) ?? servers[0]
  const { search } = facts
  const searching = search?.phase === 'asking'
  if (server !== undefined) {
    if (isAwaitedHere(server.identity.machineIdentifier, facts)) return stageOfServer(server, facts)
    // Who is looked for is not known, so that the next address may have another one.
    if (searching && wantedOf(facts) === null) return { name: 'looking', search, servers }
    return servers.length > 1 ? { name: 'choosing', servers } : stageOfServer(server, facts)
  }
  if (searching) return { name: 'looking', search, servers: [] }
  return awaitedStage(facts) ?? stageWithoutServer(facts)
}

function stageOfServer(server: Server, facts: Facts): Stage {
  const { heard, identity, settled } = server
  if (settled === 'claimed') return { name: 'claimed', server, health: healthOf(server, facts) }
  const note = facts.notes.get(identity.machineIdentifier) ?? null
  const overdue = note !== null && isOverdue(note, facts.now.epochMs)
  // An old note waits for a settled answer: the very next one may say that it is claimed.
  if (note !== null && note.decision !== 'not-now' && (settled !== null || !overdue)) {
    const { machineIdentifier } = identity
    return { name: 'confirming', machineIdentifier, server, note, overdue, health: healthOf(server, facts) }
  }
  if (isStarting(heard)) {
    return { name: 'starting', server, sinceMs: heard.startingSinceMs ?? heard.latest.atMs }
  }
  if (settled === null) return { name: 'looking', found: server }
  if (settled === 'unknown') return { name: 'unreadable', server }
  return { name: 'unclaimed', server, declined: note?.decision === 'not-now' }
}

/** Waiting survives a server that does not answer, but not another machine at its address. */
function awaitedStage(facts: Facts): Stage | null {
  const machineIdentifier = wantedOf(facts)
  const note = machineIdentifier === null ? undefined : facts.notes.get(machineIdentifier)
  if (machineIdentifier === null || note === undefined || !isAwaited(machineIdentifier, facts)) return null
  const trouble = troubleOf(facts)
  if (trouble.name === 'stranger' && trouble.machineIdentifier !== null) return trouble
  const health = trouble.name === 'starting' || trouble.name === 'unreadable' ? trouble.name : 'failing'
  const heardAll = facts.candidates.every(({ heard }) => heard !== null)
  return {
    name: 'confirming',
    machineIdentifier,
    server: null,
    note,
    overdue: false,
    health: heardAll || health !== 'failing' ? health : 'answering',
  }
}

function stageWithoutServer(facts: Facts): Stage {
  return facts.candidates.some((candidate) => isWaitedFor(candidate, facts))
    ? { name: 'looking', found: null }
    : troubleOf(facts)
}

function healthOf({ heard }: Server, facts: Facts): Health {
  if (isStarting(heard) && !isGivenUp(heard, facts.now.steadyMs)) return 'starting'
  if (heard.latest.kind !== 'failure') return 'answering'
  return heard.latest.reason === 'unreadable' ? 'unreadable' : 'failing'
}

/** The server on screen; null where none is, or where its answer is not known. */
export function serverIn(stage: Stage): Server | null {
  if (stage.name === 'looking') return 'search' in stage ? null : stage.found
  return 'server' in stage ? stage.server : null
}

/** The machine on screen, for automation (`data-server`); null where none is. */
export function machineIn(stage: Stage): MachineIdentifier | null {
  if (stage.name === 'confirming') return stage.machineIdentifier
  return serverIn(stage)?.identity.machineIdentifier ?? null
}

/** What the page tells beside the stage, and is announced when it changes: how the server does, how many were found. */
export function newsIn(stage: Stage): string | null {
  if ('search' in stage) return String(stage.servers.length)
  return 'health' in stage ? stage.health : null
}

/** Is all done? Not where only somebody says so at an address that nobody named. */
export function isDone(stage: Stage): boolean {
  return stage.name === 'claimed' && stage.server.standing !== 'unnamed'
}
