/** No answer may take longer than this, headers and body together (contract.md §5). */
export const ANSWER_WITHIN_MS = 5_000
/** Nobody with something to say on `/identity` needs more. */
export const ANSWER_UP_TO_BYTES = 64 * 1024

/** Somebody answered, and this page may read it. */
export type Reply = {
  readonly kind: 'reply'
  readonly status: number
  readonly retryAfterMs: number | null
  /** The sender's wall clock; null where it does not tell, or not to a page from elsewhere. */
  readonly dateMs: number | null
  readonly text: string
}

/**
 * What can go wrong before there is anything to read. `failed` is all that a browser tells about refused connections,
 * unknown names, unreachable hosts and missing CORS headers. For all of them it has one and the same TypeError.
 */
export type TransportError = {
  readonly kind: 'transport-error'
  readonly reason: 'failed' | 'silent' | 'slow' | 'broken-off' | 'too-large' | 'redirected'
  /** What the system calls it where `failed`, such as `ECONNREFUSED`. Programs are told, and pages never. */
  readonly code?: string
}

type Limits = { readonly signal?: AbortSignal | undefined; readonly withinMs?: number }

/**
 * Asks one address once: no cookies, no cache, no redirects, at most 64 kB and `withinMs`. The only header
 * is one that needs no preflight. Resolves to a value whatever happens; rejects only when `signal` says stop.
 */
export function ask(url: string, limits: Limits = {}): Promise<Reply | TransportError> {
  return exchange(url, 'GET', limits)
}

/** As `ask`, but only whether there is an answer, and its status: the text is empty, however large it would be. */
export function askHead(url: string, limits: Limits = {}): Promise<Reply | TransportError> {
  return exchange(url, 'HEAD', limits)
}

/** As `ask`, but with an empty POST, which needs no preflight either. */
export function post(url: string, limits: Limits = {}): Promise<Reply | TransportError> {
  return exchange(url, 'POST', limits)
}

function exchange(
  url: string,
  method: 'GET' | 'HEAD' | 'POST',
  limits: Limits,
): Promise<Reply | TransportError> {
  let headersCame = false
  return within(
    limits,
    () => transportError(headersCame ? 'slow' : 'silent'),
    async (signal) => {
      const response = await send(url, { method, mode: 'cors', redirect: 'manual', signal })
      if ('reason' in response) return response
      headersCame = true
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        return transportError('redirected')
      }
      const text = method === 'HEAD' ? '' : await textOf(response)
      if (typeof text !== 'string') return text
      return {
        kind: 'reply',
        status: response.status,
        retryAfterMs: retryAfterOf(response),
        dateMs: dateOf(response),
        text,
      }
    },
  )
}

/**
 * Does anybody speak HTTP there at all, readable or not? True after a hidden answer, false when the attempt
 * failed, null when `withinMs` passed (browsers.md rule 5). Nothing of the answer is read.
 */
export function answersAtAll(url: string, limits: Limits = {}): Promise<boolean | null> {
  return within(
    limits,
    () => null,
    async (signal) => {
      return !('reason' in (await send(url, { mode: 'no-cors', signal })))
    },
  )
}

async function send(url: string, init: RequestInit): Promise<Response | TransportError> {
  try {
    return await fetch(url, {
      ...init,
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } }
    const failed = transportError('failed')
    return typeof cause?.code === 'string' ? { ...failed, code: cause.code } : failed
  }
}

/** Runs `work` against the clock. Ends on time even where an engine lets an aborted read hang. */
function within<T>(limits: Limits, tooLate: () => T, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => {
      finish()
      reject(new DOMException('Nobody waits for this answer any more', 'AbortError'))
    }
    const timer = setTimeout(() => {
      finish()
      resolve(tooLate())
    }, limits.withinMs ?? ANSWER_WITHIN_MS)
    function finish(): void {
      clearTimeout(timer)
      limits.signal?.removeEventListener('abort', stop)
      controller.abort()
    }
    if (limits.signal?.aborted === true) return stop()
    limits.signal?.addEventListener('abort', stop)
    work(controller.signal).then(
      (value) => {
        finish()
        resolve(value)
      },
      (error: unknown) => {
        finish()
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}

async function textOf(response: Response): Promise<string | TransportError> {
  if (Number(response.headers.get('Content-Length') ?? 0) > ANSWER_UP_TO_BYTES)
    return transportError('too-large')
  const reader = response.body?.getReader()
  if (reader === undefined) return wholeTextOf(response)
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      bytes += value.byteLength
      if (bytes > ANSWER_UP_TO_BYTES) return transportError('too-large')
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    return transportError('broken-off')
  }
}

/** For an answer without a body, and for Firefox before 65, which has no streams. */
async function wholeTextOf(response: Response): Promise<string | TransportError> {
  try {
    const text = await response.text()
    return text.length > ANSWER_UP_TO_BYTES ? transportError('too-large') : text
  } catch {
    return transportError('broken-off')
  }
}

function retryAfterOf(response: Response): number | null {
  const value = response.headers.get('Retry-After')
  if (value === null) return null
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}

function dateOf(response: Response): number | null {
  const dateMs = Date.parse(response.headers.get('Date') ?? '')
  return Number.isFinite(dateMs) ? dateMs : null
}

function transportError(reason: TransportError['reason']): TransportError {
  return { kind: 'transport-error', reason }
}
