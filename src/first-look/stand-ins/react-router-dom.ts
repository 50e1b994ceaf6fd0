/** What the parts of the page need of the router, in a page that shows the start alone. */
import { useEffect, useState } from 'react'

type HashLocation = { readonly pathname: string; readonly search: string }

/** What stands behind the number sign, which is what the app's router reads. */
function placeNow(): HashLocation {
  const [pathname = '', search] = window.location.hash.slice(1).split(/(?=\?)/)
  return { pathname, search: search ?? '' }
}

export function useLocation(): HashLocation {
  const [place, setPlace] = useState(placeNow)
  useEffect(() => {
    const take = (): void => setPlace(placeNow())
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return place
}

export function useSearchParams(): readonly [URLSearchParams] {
  return [new URLSearchParams(useLocation().search)]
}

export function useHref({ pathname, search }: HashLocation): string {
  return `#${pathname}${search}`
}

export function useNavigate(): (to: HashLocation) => void {
  return ({ pathname, search }) => {
    window.location.hash = `${pathname}${search}`
  }
}
