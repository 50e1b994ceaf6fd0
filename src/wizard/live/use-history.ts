import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Known } from '../screen/known.ts'
import type { EventName, PageEvent } from '../screen/page-events.ts'
import { STAGE_OF, waitingOn, type Screen } from '../screen/screen.ts'

const KEPT = 100

/** What happened since the page was opened, oldest first; the latest hundred things. */
export function useHistory(facts: Known, screen: Screen): readonly PageEvent[] {
  const [events, setEvents] = useState<readonly PageEvent[]>([])
  const note = waitingOn(screen)?.note ?? null
  const stage = STAGE_OF[screen.name]
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
    [stage, `stage ${stage}`],
  ]
  const take = useEffectEvent(() => {
    const fresh = marks.filter(([, mark]) => !seen.current.has(mark))
    seen.current = new Set(marks.map(([, mark]) => mark))
    const atMonotonicMs = performance.now()
    if (fresh.length > 0) {
      setEvents((all) => [...all, ...fresh.map(([name]) => ({ name, atMonotonicMs }))].slice(-KEPT))
    }
  })
  const key = marks.map(([, mark]) => mark).join()
  useEffect(() => take(), [key])
  return events
}
