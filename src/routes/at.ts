import { useCallback } from 'react'
import { useHref, useLocation, useNavigate, useSearchParams, type NavigateFunction } from 'react-router-dom'
import { parseOrigin, type Address } from '../lib/address.ts'

/** What the address bar says about where to ask: an address, nothing, or something that can't be read. */
export type At = { readonly address: Address | null; readonly unreadable: boolean }

export function useAt(): At {
  const given = useSearchParams()[0].get('at')
  const address = given === null ? null : parseOrigin(given)
  return { address, unreadable: given !== null && address === null }
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
