import { vi } from 'vitest'

/** The events by which a page may learn that the person is back. No engine sends them all. */
export const RETURNS = ['focus', 'visibilitychange', 'pageshow', 'online'] as const

export function comeBack(by: (typeof RETURNS)[number]): void {
  if (by === 'visibilitychange') document.dispatchEvent(new Event(by))
  else window.dispatchEvent(new Event(by))
}

export function turnToAnotherTab(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  comeBack('visibilitychange')
}

export function turnBack(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  comeBack('visibilitychange')
}

export function unplug(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
}

export function plugIn(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  comeBack('online')
}

/** Closing the tab and opening the file again: only what is kept for longer is still there. */
export function forgetTheTab(): void {
  sessionStorage.clear()
}
