import { useState } from 'react'
import { parseBrowser } from '../../lib/browser.ts'
import { useMoment } from '../../lib/clock.ts'
import { usePermission } from '../../lib/permission.ts'
import { useStoredChanges } from '../../lib/storage.ts'
import { useAt, useOpenSince } from '../../routes/at.ts'
import { codeUseAt } from '../facts/code-use.ts'
import { askingOf, chosenKeyAt, factsOf, parseAt, usedAddresses, type Doings } from '../facts/collect.ts'
import type { Facts, Opened } from '../facts/facts.ts'
import { mayNeedPermission } from '../screen/trouble.ts'
import type { Asker } from './asker.ts'

/** All facts of this moment, and where an explicit choice of another machine is kept. */
export function useFacts(
  opened: Opened,
  { code, ...doings }: Omit<Doings, 'now' | 'openSinceMs' | 'permission'>,
  { useHistories }: Asker,
): { readonly facts: Facts; readonly chosenKey: string } {
  const now = useMoment(1_000)
  const at = parseAt(useAt())
  useStoredChanges()
  // Read once, on opening: what other tabs find must not change what this one is about.
  const [used] = useState(usedAddresses)
  const asking = askingOf(opened, at.address, used, doings.search?.found ?? [])
  const histories = useHistories(asking.asked.map(({ address }) => address))
  const [browser] = useState(() => parseBrowser(navigator.userAgent))
  const permission = usePermission(mayNeedPermission({ ...opened, browser }))
  const openSinceMs = useOpenSince()
  const doing = { ...doings, now, openSinceMs, permission, code: codeUseAt(code, now.monotonicMs) }
  return {
    chosenKey: chosenKeyAt(opened, at.address),
    facts: factsOf(opened, at, asking, histories, doing),
  }
}
