import { useCallback } from 'react'
import { useHref, useLocation, useNavigate, useSearchParams, type NavigateFunction } from 'react-router-dom'
import type { Address } from '../lib/address.ts'

/** What the address bar gives as the address to ask, as it stands there; null without one. */
export function useAt(): string | null {
  return useSearchParams()[0].get('at')
}

/** Asks exactly this address (contract.md §4), or with null the usual ones. */
export function useGoTo(): (at: Address | null) => void {
  const navigate: NavigateFunction = useNavigate()
  return useCallback((at) => void navigate({ pathname: '/', search: searchFor(at) }), [navigate])
}

/** The link to the same. */
export function useHrefAt(at: Address): string {
  return useHref({ pathname: '/', search: searchFor(at) })
}

function searchFor(at: Address | null): string {
  return at === null ? '' : `?at=${encodeURIComponent(at)}`
}

/** Back from a help page, to the same server. */
export function useStart(): () => void {
  const navigate: NavigateFunction = useNavigate()
  const { search } = useLocation()
  return () => void navigate({ pathname: '/', search })
}
