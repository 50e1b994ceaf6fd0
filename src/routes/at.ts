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
