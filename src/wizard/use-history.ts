import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Facts } from './facts.ts'
import type { Stage } from './stage.ts'
import type { Found } from './use-facts.ts'

/** Something that this page did or saw, by name. */
export type EventName =
  Stage['name'] | 'searched' | 'went-to-sign-in' | 'sent-code' | CodeEvent | 'asked-account'

/** What came of a claim code. */
type CodeEvent = `code-${NonNullable<Facts['code']['result']>}`

export type PageEvent = { readonly name: EventName; readonly atSteadyMs: number }

const KEPT = 100

/** What happened since the page was opened, oldest first; the latest hundred things. */
export function useHistory({ facts, stage }: Pick<Found, 'facts' | 'stage'>): readonly PageEvent[] {
  const [events, setEvents] = useState<readonly PageEvent[]>([])
  const note = stage.name === 'confirming' ? stage.note : null
  const seen = useRef<ReadonlySet<string>>(new Set())
  // Each of these stands for one thing that happened; a new one is news.
  const marks: readonly (readonly [name: EventName, mark: string])[] = [
    ...(facts.search === null ? [] : [['searched', `search ${facts.search.startedAtMs}`] as const]),
    ...(note === null
      ? []
      : [
          [note.decision === 'sent-code' ? 'sent-code' : 'went-to-sign-in', `note ${note.decision}`] as const,
        ]),
    ...(facts.code.result === null
      ? []
      : [[`code-${facts.code.result}`, `code ${facts.code.result}`] as const]),
    ...(facts.account === 'unasked' ? [] : [['asked-account', facts.account] as const]),
    [stage.name, `stage ${stage.name}`],
  ]
  const take = useEffectEvent(() => {
    const fresh = marks.filter(([, mark]) => !seen.current.has(mark))
    seen.current = new Set(marks.map(([, mark]) => mark))
    const atSteadyMs = performance.now()
    if (fresh.length > 0) {
      setEvents((all) => [...all, ...fresh.map(([name]) => ({ name, atSteadyMs }))].slice(-KEPT))
    }
  })
  const key = marks.map(([, mark]) => mark).join()
  useEffect(() => take(), [key])
  return events
}
