import { useEffect, useState } from 'react'

/**
 * A point in time. `epochMs` is the wall clock, which notes and codes are written in; `monotonicMs` only ever
 * goes forward, so that a clock set an hour ahead does not age the server's last answer.
 */
export type Moment = { readonly epochMs: number; readonly monotonicMs: number }

/** The wall clock at a moment of the monotonic clock, as far as nobody has set it since. */
export function epochOf(monotonicMs: number, now: Moment): number {
  return now.epochMs - (now.monotonicMs - monotonicMs)
}

function currentMoment(): Moment {
  return { epochMs: Date.now(), monotonicMs: performance.now() }
}

/** The time as a fact: renders again every `everyMs`. */
export function useMoment(everyMs: number): Moment {
  const [moment, setMoment] = useState(currentMoment)
  useEffect(() => {
    const timer = setInterval(() => setMoment(currentMoment()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return moment
}
