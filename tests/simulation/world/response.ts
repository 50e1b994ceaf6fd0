import type { WireAnswer } from '../../../src/mocks/wire.ts'

/** Waits on the clock of a tab; rejects once the signal says stop. */
export type Pauses = (ms: number, signal: AbortSignal | null | undefined) => Promise<void>

type WithHead = Extract<WireAnswer, { status: number }>

/** A response as the page reads it, with a body that comes in its own time. `onWhole` is called when all of it was read. */
export function responseOf(
  answer: WithHead,
  pauses: Pauses,
  signal: AbortSignal | null | undefined,
  onWhole: () => void,
  type: string,
): Response {
  const encoder = new TextEncoder()
  const chunks = chunksOf(answer)
  const read = async (): Promise<{ done: boolean; value?: Uint8Array }> => {
    const { value: next, done } = chunks.next()
    if (done === true) {
      onWhole()
      return { done: true }
    }
    if (next.afterMs > 0) await pauses(next.afterMs, signal)
    if (signal?.aborted === true) throw new DOMException('Given up', 'AbortError')
    if (next.text === null) throw new TypeError('The connection was reset')
    return { done: false, value: encoder.encode(next.text) }
  }
  const headers = new Headers(answer.headers)
  const response: Pick<Response, 'type' | 'status' | 'headers'> & { body: unknown } = {
    type: type as ResponseType,
    status: type === 'cors' ? answer.status : 0,
    headers,
    body: type === 'cors' ? { getReader: () => ({ read }) } : null,
  }
  return Object.assign(response, {
    text: async (): Promise<string> => {
      onWhole()
      return ''
    },
  }) as unknown as Response
}

type Chunk = { readonly afterMs: number; readonly text: string | null }

function* chunksOf(answer: WithHead): Generator<Chunk, undefined> {
  switch (answer.kind) {
    case 'reply':
      if (answer.body !== '') yield { afterMs: 0, text: answer.body }
      return
    case 'endless':
      for (;;) yield { afterMs: answer.everyMs, text: answer.chunk }
    case 'dripping':
      for (const text of answer.body) yield { afterMs: answer.everyMs, text }
      return
    case 'broken-off':
      yield { afterMs: 0, text: answer.sent }
      yield { afterMs: 10, text: null }
  }
}
