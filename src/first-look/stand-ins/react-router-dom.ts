/** What the parts of the page need of the router, in a page that shows the start alone. */
import { useEffect, useState } from 'react'
import { placeIn, type HashPlace } from '../../routes/hash-place.ts'

const placeNow = (): HashPlace => placeIn(window.location.hash)

export function useLocation(): HashPlace {
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

export function useHref({ pathname, search }: HashPlace): string {
  return `#${pathname}${search}`
}

export function useNavigate(): (to: HashPlace, how?: { readonly replace: boolean }) => void {
  return ({ pathname, search }, how) => {
    if (how?.replace !== true) window.location.hash = `${pathname}${search}`
    else {
      window.history.replaceState(null, '', `#${pathname}${search}`)
      // Nobody is told of that. Later, because a link may be on its way.
      setTimeout(() => window.dispatchEvent(new Event('hashchange')))
    }
  }
}
