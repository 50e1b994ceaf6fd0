import { useState } from 'react'
import { leftHereOf, notesOf } from '../../account/note.ts'
import { ANSWERS_KEY, parseAnswers } from '../../diagnosis/answers.ts'
import { parseOrigin } from '../../lib/address.ts'
import { parseBrowser } from '../../lib/browser.ts'
import { useMoment } from '../../lib/clock.ts'
import { parseMachineIdentifier } from '../../lib/machine-identifier.ts'
import { usePermission } from '../../lib/permission.ts'
import { readStored, useStoredChanges } from '../../lib/storage.ts'
import { useAt } from '../../routes/at.ts'
import { parseUsedAddresses, USED_ADDRESSES_KEY } from '../../server/used-addresses.ts'
import { candidatesOf, needsConsent } from '../facts/candidates.ts'
import { ALLOWED_KEY, chosenKeyFor, NAMED_KEY, parseNamedAddresses } from '../facts/choices.ts'
import { codeUseAt } from '../facts/code-use.ts'
import { machinesIn, type Facts, type Opened } from '../facts/facts.ts'
import { isFromOutside } from '../screen/trouble.ts'
import type { Asker } from './asker.ts'

type Doings = Pick<Facts, 'search' | 'code' | 'returnedAtMs' | 'visible'>

/** All facts of this moment, and where an explicit choice of another machine is kept. */
export function useFacts(
  { stamp, pageOrigin }: Opened,
  { search, code, returnedAtMs, visible }: Doings,
  { useHistories }: Asker,
): { readonly facts: Facts; readonly chosenKey: string } {
  const now = useMoment(1_000)
  const at = useAt()
  useStoredChanges()
  // Read once, on opening: what other tabs find must not change what this one is about.
  const [used] = useState(() => parseUsedAddresses(readStored('local', USED_ADDRESSES_KEY)))
  const chosenKey = chosenKeyFor(stamp.machineIdentifier ?? at.address)
  const chosen = parseMachineIdentifier(readStored('session', chosenKey))
  const allowed = parseOrigin(readStored('session', ALLOWED_KEY))
  const asksFirst = at.address !== null && needsConsent(at.address, pageOrigin, stamp, allowed)
  const asked = asksFirst
    ? []
    : candidatesOf({ at: at.address, pageOrigin, stamp, used, found: search?.found ?? [] })
  const histories = useHistories(asked.map(({ address }) => address))
  const candidates = asked.map((candidate, index) => ({ ...candidate, history: histories[index] ?? null }))
  const machines = machinesIn(candidates, [chosen, stamp.machineIdentifier])
  return {
    chosenKey,
    facts: {
      now,
      visible,
      returnedAtMs,
      online: navigator.onLine,
      pageOrigin,
      browser: parseBrowser(navigator.userAgent),
      stamp,
      unasked: asksFirst ? at.address : null,
      unreadableAt: at.unreadable,
      candidates,
      search,
      remembered: parseUsedAddresses(readStored('local', USED_ADDRESSES_KEY)).length > 0,
      named: parseNamedAddresses(readStored('session', NAMED_KEY)),
      chosen,
      permission: usePermission(isFromOutside(pageOrigin)),
      account: 'unasked',
      code: codeUseAt(code, now.monotonicMs),
      answers: parseAnswers(readStored('session', ANSWERS_KEY)),
      notes: notesOf(machines, now.epochMs),
      leftHere: leftHereOf(machines),
    },
  }
}
