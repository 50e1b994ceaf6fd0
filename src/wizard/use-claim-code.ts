import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CODE_GOOD_FOR_MS, type ClaimCode } from '../account/claim-code.ts'
import { leaveNote, tearUpNote } from '../account/note.ts'
import type { MachineIdentifier } from '../lib/machine-identifier.ts'
import { claimWith, type ClaimResult, type CodeUse } from '../server/claim.ts'
import { identityQueries } from '../server/identity-queries.ts'
import type { Server } from './server-on-screen.ts'

/** The answer may take 60 s (contract.md §5); after this nobody waits for it. */
const WAITED_FOR_MS = 75_000
/** The server says so about a second after it took the code (protocol.md §4.1). */
const WAITED_AFTER_ANSWER_MS = 20_000

export type ClaimByCode = CodeUse & {
  /** The four minutes begin now. */
  readonly fetched: () => void
  readonly send: (code: ClaimCode, server: Server) => void
  /** Nobody waits for the answer any more. */
  readonly stop: () => void
}

/** Sends claim codes and remembers what came of the last one, but never the code. */
export function useClaimByCode(nowSteadyMs: number): ClaimByCode {
  const client = useQueryClient()
  const [result, setResult] = useState<ClaimResult | null>(null)
  const [fetchedAtMs, setFetchedAtMs] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const ranOut = fetchedAtMs !== null && nowSteadyMs - fetchedAtMs >= CODE_GOOD_FOR_MS

  const sendNow = async (code: ClaimCode, server: Server, signal: AbortSignal): Promise<void> => {
    const { address, identity } = server
    const { machineIdentifier } = identity
    const came = await claimWith(code, { address, machineIdentifier }, signal)
    setResult(came)
    if (came === 'accepted' || came === 'unanswered') wait(machineIdentifier, WAITED_AFTER_ANSWER_MS)
    else tearUpNote(machineIdentifier)
    void client.refetchQueries({ queryKey: identityQueries.at(address).queryKey })
  }

  return {
    result: ranOut && result === null ? 'ran-out' : result,
    fetchedAtMs,
    fetched: () => {
      setResult(null)
      setFetchedAtMs(performance.now())
    },
    send: (code, server) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setResult(null)
      setFetchedAtMs(null)
      wait(server.identity.machineIdentifier, WAITED_FOR_MS)
      sendNow(code, server, controller.signal).catch((error: unknown) => {
        if (!controller.signal.aborted) throw error
      })
    },
    stop: () => running.current?.abort(),
  }
}

function wait(machineIdentifier: MachineIdentifier, forMs: number): void {
  const atMs = Date.now()
  leaveNote(machineIdentifier, { decision: 'sent-code', atMs, expiresAtMs: atMs + forMs })
}
