import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CODE_GOOD_FOR_MS, type ClaimCode } from '../../account/claim-code.ts'
import { leaveNote, newNote, noteKeyFor, parseNote, tearUpNote } from '../../account/note.ts'
import type { MachineIdentifier } from '../../lib/machine-identifier.ts'
import { readStored } from '../../lib/storage.ts'
import { claimWith, type ClaimResult, type CodeUse } from '../../server/claim.ts'
import { identityQueries } from '../../server/identity-queries.ts'
import type { Server } from '../screen/server.ts'

/** The answer may take 60 s (contract.md §5); after this nobody waits for it. */
const WAITED_FOR_MS = 75_000
/** The server says so about a second after it took the code (protocol.md §4.1). */
const WAITED_AFTER_ANSWER_MS = 20_000

/** The server may have the code. A proxy gives up waiting long before the server answers. */
const MAY_COME: readonly ClaimResult[] = ['accepted', 'unanswered', 'behind-proxy']

export type ClaimByCode = CodeUse & {
  /** The four minutes begin now. */
  readonly fetched: () => void
  readonly send: (code: ClaimCode, server: Server) => void
  /** Nobody waits for the answer any more, and what came of the last code is of no more use. */
  readonly stop: () => void
}

type Came = { readonly result: ClaimResult; readonly meantFor: MachineIdentifier }

/** Sends claim codes and remembers what came of the last one and for whom it was meant, but never the code. */
export function useClaimByCode(): ClaimByCode {
  const client = useQueryClient()
  const [came, setCame] = useState<Came | null>(null)
  const [fetchedAtMs, setFetchedAtMs] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const sendNow = async (code: ClaimCode, server: Server, signal: AbortSignal): Promise<void> => {
    const { address, identity } = server
    const { machineIdentifier } = identity
    const result = await claimWith(code, { address, machineIdentifier }, signal)
    if (isWaitedFor(machineIdentifier)) {
      setCame({ result, meantFor: machineIdentifier })
      if (MAY_COME.includes(result)) wait(machineIdentifier, WAITED_AFTER_ANSWER_MS)
      else tearUpNote(machineIdentifier)
    }
    void client.refetchQueries({ queryKey: identityQueries.at(address).queryKey })
  }

  // Setting what is set already makes React render once and forget the effects of it. Such a render may be the one that
  // sees a note come or go.
  const forget = (fetched: boolean): void => {
    if (came !== null) setCame(null)
    if (fetched && fetchedAtMs !== null) setFetchedAtMs(null)
  }

  return {
    result: came?.result ?? null,
    meantFor: came?.meantFor,
    fetchedAtMs,
    fetched: () => {
      forget(false)
      setFetchedAtMs(performance.now())
    },
    send: (code, server) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      forget(true)
      wait(server.identity.machineIdentifier, WAITED_FOR_MS)
      sendNow(code, server, controller.signal).catch((error: unknown) => {
        if (!controller.signal.aborted) throw error
      })
    },
    stop: () => {
      running.current?.abort()
      forget(fetchedAtMs !== null && performance.now() - fetchedAtMs >= CODE_GOOD_FOR_MS)
    },
  }
}

/**
 * Is what was decided last still that a code was sent? While the answer was on its way the server may have said that it
 * is claimed, which tears the note up. Or the person may have gone to sign in. Then the answer changes nothing.
 */
function isWaitedFor(machineIdentifier: MachineIdentifier): boolean {
  return parseNote(readStored('local', noteKeyFor(machineIdentifier)), Date.now())?.decision === 'sent-code'
}

function wait(machineIdentifier: MachineIdentifier, forMs: number): void {
  const atMs = Date.now()
  leaveNote(machineIdentifier, newNote('sent-code', atMs, { expiresAtMs: atMs + forMs }))
}
