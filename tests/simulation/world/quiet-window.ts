import { QuietDocument } from './quiet-document.ts'
import { Target } from './targets.ts'

export type QuietWindow = Target & {
  readonly document: QuietDocument
  readonly location: { hash: string }
  /** As good as new, for the next page. */
  readonly begin: (origin: string | null, hash: string) => void
  /** Called when the page leaves for somewhere else. It stays as it is: the way there takes long. */
  leaves: (href: string, how: 'for good' | 'to come back') => void
}

function NoFrame(): void {}

/** A window in which nothing is drawn: events, an address bar, and what is put into it besides. */
export function quietWindow(): QuietWindow {
  const window = new Target()
  const document = new QuietDocument()
  document.defaultView = window
  let state: unknown = null
  let origin: string | null = null
  let hash = ''
  const onHash = (): void => queueMicrotask(() => window.tell({ type: 'hashchange' }))
  const location = {
    get hash() {
      return hash
    },
    set hash(next: string) {
      hash = next === '' || next.startsWith('#') ? next : `#${next}`
      onHash()
    },
    replace: (href: string) => whole.leaves(href, 'for good'),
    assign: (href: string) => whole.leaves(href, 'to come back'),
    pathname: '/setup.html',
    search: '',
    get origin() {
      return origin ?? 'null'
    },
    get href() {
      return `${origin ?? 'file://'}/setup.html${location.hash}`
    },
  }
  const go = (given: unknown, _title: string, url?: string | null): void => {
    state = given
    const at = url?.indexOf('#') ?? -1
    if (url !== undefined && url !== null && at >= 0) hash = url.slice(at)
  }
  const history = {
    pushState: go,
    replaceState: go,
    get state() {
      return state
    },
  }
  const begin = (from: string | null, at: string): void => {
    origin = from
    hash = at
    state = null
    document.visibilityState = 'visible'
    window.forget()
    document.forget()
  }
  const whole: QuietWindow = Object.assign(window, {
    document,
    location,
    history,
    begin,
    leaves: () => undefined,
    dispatchEvent: (event: { readonly type: string }) => window.tell(event),
    HTMLIFrameElement: NoFrame,
  })
  return whole
}
