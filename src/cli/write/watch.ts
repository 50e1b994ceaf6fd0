import { stat } from 'node:fs/promises'
import { pause } from '../../lib/pause.ts'
import type { Identity } from '../../server/identity.ts'
import { probeOnce } from '../../server/probe-once.ts'
import { Problem } from '../problem.ts'
import { sentenceFor } from '../reach-server.ts'
import type { Terminal } from '../terminal.ts'
import { wayOf, writeFor, type WriteOrder } from './write-for.ts'

/** An address change is in the file within 5 s: one question, at most 2 s, and the wait for it. */
const LOOK_EVERY_MS = 2_000
const ANSWER_WITHIN_MS = 2_000

/** The file as this program left it, and what it was written from. */
type Written = { readonly from: string; readonly mark: string }

/**
 * Keeps the page up to date until `signal` says stop. Writes it when the server, its claim state or an address changes,
 * and when the server comes back. Writes it also when the file is not the one that was written here. A server that is
 * not there, or a file that can't be written, is said once and tried again.
 */
export async function watch(order: WriteOrder, terminal: Terminal, signal: AbortSignal): Promise<void> {
  let identity: Identity | null = null
  let gone = false
  let written: Written | null = null
  let said = ''
  const sayOnce = (sentence: string): void => {
    if (sentence !== said) terminal.progress(sentence)
    said = sentence
  }
  while (!signal.aborted) {
    try {
      // First: as root this program hears nobody.
      const way = wayOf(order)
      const outcome = await probeOnce(order.server, signal, ANSWER_WITHIN_MS)
      const isBack = gone && outcome.kind === 'identity'
      if (outcome.kind === 'identity') identity = outcome.identity
      else if (outcome.kind === 'starting') sayOnce(`The server at ${order.server} is starting.`)
      else sayOnce(`${await sentenceFor(outcome.reason, order.server)} Trying again.`)
      gone = outcome.kind !== 'identity'
      if (identity !== null) {
        const from = JSON.stringify([
          identity.machineIdentifier,
          identity.version,
          identity.claim,
          order.addresses(),
        ])
        const why = reasonToWrite({ written, from, isBack, mark: await markOf(way) })
        if (why !== null) {
          await writeFor(order, identity)
          written = { from, mark: await markOf(way) }
          sayOnce(`Written ${order.file}: ${why}.`)
        }
      }
      await pause(LOOK_EVERY_MS, signal)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Problem)) throw error
      sayOnce(error.message)
      await pause(LOOK_EVERY_MS, signal).catch(() => undefined)
    }
  }
}

function reasonToWrite(now: {
  readonly written: Written | null
  readonly from: string
  readonly isBack: boolean
  readonly mark: string
}): string | null {
  if (now.written === null) return 'for the first time'
  if (now.written.from !== now.from) return 'the server or its addresses changed'
  if (now.isBack) return 'the server is back'
  return now.written.mark === now.mark ? null : 'somebody else had changed it'
}

/** Tells whether it is still the same file with the same content; empty where there is none. */
async function markOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(file)
    return [ino, size, mtimeMs].join(' ')
  } catch {
    return ''
  }
}
