import { compileFunction } from 'node:vm'
import type { BuiltPage } from '../page/built-page.ts'
import type { FirstScript, PageScript } from '../page/page.ts'
import { storageOver } from './storage.ts'
import { quietWindow, type QuietWindow } from './quiet-window.ts'
import type { TabTimers } from './tab-timers.ts'

/** What the page's code finds around it. Whatever is not here, a browser would have to have made real. */
const AROUND = [
  'globalThis',
  'window',
  'self',
  'document',
  'navigator',
  'performance',
  'Date',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'MessageChannel',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'fetch',
  'console',
  'reportError',
  'DOMParser',
] as const

/** What is behind the window while one page is in it. */
export type Behind = {
  readonly origin: string | null
  readonly hash: string
  readonly timers: TabTimers
  readonly bug: (error: unknown) => void
  /** Since the page was opened. */
  readonly nowMs: () => number
  readonly wallMs: () => number
  readonly isOnline: () => boolean
  readonly leave: QuietWindow['leaves']
  readonly fetch: typeof fetch
  readonly local: Storage
  readonly session: Storage
}

/**
 * A place for one tab at a time, with scripts of its own: tabs have nothing in common but what browsers share. Running
 * the scripts anew for each page would take most of the time there is, for engines learn while they run; so what the
 * page keeps in its modules is thrown away between two pages instead.
 */
export type Slot = {
  readonly window: QuietWindow
  readonly app: PageScript
  readonly first: FirstScript
  readonly begin: (behind: Behind) => void
  /** What the page kept, or tried to. */
  readonly onTouch: (key: string) => void
}

const NOBODY: Behind = {
  origin: null,
  hash: '',
  nowMs: () => 0,
  wallMs: () => 0,
  isOnline: () => true,
  timers: { functions: {} },
} as Behind

export function newSlot(page: BuiltPage, parser: unknown): Slot {
  const window = quietWindow()
  let behind = NOBODY
  const { document } = window
  const complain = (...words: readonly unknown[]): void =>
    behind.bug(new Error(`in the console: ${words.map(String).join(' ')}`))
  const set = (act: () => void, ms?: number): number => behind.timers.functions.setTimeout(act, ms)
  const clear = (id?: number): void => behind.timers.functions.clearTimeout(id)
  const around: Record<(typeof AROUND)[number], unknown> = {
    globalThis: window,
    window,
    self: window,
    document,
    navigator: {
      get onLine() {
        return behind.isOnline()
      },
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0',
      languages: ['en'],
      permissions: { query: () => Promise.reject(new TypeError('unknown name')) },
    },
    performance: { now: () => behind.nowMs(), setResourceTimingBufferSize: () => undefined },
    Date: dateAt(() => behind.wallMs()),
    setTimeout: set,
    clearTimeout: clear,
    setInterval: (act: () => void, ms?: number) => behind.timers.functions.setInterval(act, ms),
    clearInterval: clear,
    setImmediate: undefined,
    MessageChannel: undefined,
    requestAnimationFrame: (draw: () => void) => set(draw, 16),
    cancelAnimationFrame: clear,
    fetch: (input: string, init: RequestInit) => behind.fetch(input, init),
    console: { ...console, error: complain, warn: complain },
    reportError: (error: unknown) => behind.bug(error),
    DOMParser: parser,
  }
  Object.assign(window, around, { top: window })
  window.leaves = (href, how) => behind.leave(href, how)
  Object.defineProperty(window, 'localStorage', { get: () => behind.local })
  Object.defineProperty(window, 'sessionStorage', { get: () => behind.session })
  for (const code of [page.first, page.app]) {
    const run = scriptOf(code)
    run(...AROUND.map((each) => around[each]))
  }
  const left = window as unknown as {
    appPage: PageScript
    firstPage: FirstScript
    setupPlexAnswers?: unknown
  }
  const touched = new Set<string>()
  /** Only writing while storage works makes a page forget what it kept in memory. */
  function forget(): void {
    const untouched = { onTouch: () => undefined, onChange: () => undefined }
    const empty = storageOver(new Map(), { refused: false, full: false }, untouched)
    const functions = { ...behind.timers.functions, setTimeout: () => 0 }
    behind = { ...behind, local: empty, session: empty, timers: { ...behind.timers, functions } }
    const keys = [...touched].map((key) => key.replace('setup-plex:', ''))
    left.appPage.forgetKept(keys)
    left.firstPage.forgetKept(keys)
    touched.clear()
  }
  return {
    window,
    onTouch: (key) => touched.add(key),
    app: left.appPage,
    first: left.firstPage,
    begin: (next) => {
      forget()
      behind = next
      window.begin(next.origin, next.hash)
      delete left.setupPlexAnswers
    },
  }
}

type Script = (...around: readonly unknown[]) => void

const compiled = new Map<string, Script>()

function scriptOf(code: string): Script {
  const known = compiled.get(code) ?? (compileFunction(code, AROUND) as Script)
  compiled.set(code, known)
  return known
}

function dateAt(nowMs: () => number): DateConstructor {
  return class extends Date {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [nowMs()] : given) as [number]))
    }
    static override now(): number {
      return nowMs()
    }
  } as DateConstructor
}
