import { useCallback, useEffect, useState } from 'react'
import { useHref, useLocation, useNavigate, useSearchParams, type NavigateFunction } from 'react-router-dom'
import type { Address } from '../lib/address.ts'
import { asksToOpen } from './hash-place.ts'

/** What the address bar gives as the address to ask, as it stands there; null without one. */
export function useAt(): string | null {
  return useSearchParams()[0].get('at')
}

/** Asks exactly this address (contract.md §4), or with null the usual ones. */
export function useGoTo(): (at: Address | null) => void {
  const navigate: NavigateFunction = useNavigate()
  const { search } = useLocation()
  return useCallback(
    (at) => void navigate({ pathname: '/', search: searchFor(at, search) }),
    [navigate, search],
  )
}

/** The link to the same. */
export function useHrefAt(at: Address): string {
  const { search } = useLocation()
  return useHref({ pathname: '/', search: searchFor(at, search) })
}

/** Since when the address bar has asked to open the server, on the monotonic clock; null where it does not. */
export function useOpenSince(): number | null {
  const asked = asksToOpen(useLocation().pathname)
  const [sinceMs, setSinceMs] = useState(() => (asked ? performance.now() : null))
  useEffect(() => {
    const take = (): void => setSinceMs((before) => (asked ? (before ?? performance.now()) : null))
    const timer = setTimeout(take)
    return () => clearTimeout(timer)
  }, [asked])
  return asked ? sinceMs : null
}

/** Takes that back. The page keeps its place in the browser's history, so that nobody who goes back is sent on again. */
export function useEndOpening(): () => void {
  const navigate: NavigateFunction = useNavigate()
  const { pathname, search } = useLocation()
  return () => {
    if (asksToOpen(pathname)) void navigate({ pathname: '/', search }, { replace: true })
  }
}

/** What else the link says stays, such as the language. */
function searchFor(at: Address | null, before: string): string {
  const said = new URLSearchParams(before)
  if (at === null) said.delete('at')
  else said.set('at', at)
  const search = said.toString()
  return search === '' ? '' : `?${search}`
}

/** Back from a help page, to the same server. */
export function useStart(): () => void {
  const navigate: NavigateFunction = useNavigate()
  const { search } = useLocation()
  return () => void navigate({ pathname: '/', search })
}
