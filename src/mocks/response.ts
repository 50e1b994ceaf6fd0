import type { WireAnswer } from './wire.ts'

// Aborting ends the wait, so that nothing is left running when a test is over.
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}

/** Chunks one at a time, with a pause before each; ends with the chunks, or never. */
function trickle(chunks: Iterable<string>, everyMs: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const rest = chunks[Symbol.iterator]()
  return new ReadableStream({
    async pull(controller) {
      await pause(everyMs, signal)
      const next = rest.next()
      if (next.done === true || signal.aborted) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
}

function* forEver(chunk: string): Generator<string> {
  for (;;) yield chunk
}

function breakingOff(sent: string): ReadableStream<Uint8Array> {
  let started = false
  return new ReadableStream({
    pull(controller) {
      if (started) controller.error(new TypeError('The connection was reset'))
      else controller.enqueue(new TextEncoder().encode(sent))
      started = true
    },
  })
}

/** The answer as `fetch` would give it. A silent host never resolves; the one who asks has to give up. */
export async function responseFor(answer: WireAnswer, signal: AbortSignal): Promise<Response> {
  switch (answer.kind) {
    case 'silent':
      return new Promise<never>(() => {})
    case 'refused':
      if (answer.afterMs !== undefined) await pause(answer.afterMs, signal)
      return Response.error()
    case 'closed':
      return Response.error()
    case 'reply':
      if (answer.delayMs !== undefined) await pause(answer.delayMs, signal)
      return new Response(answer.body, answer)
    case 'endless':
      return new Response(trickle(forEver(answer.chunk), answer.everyMs, signal), answer)
    case 'dripping':
      return new Response(trickle(answer.body, answer.everyMs, signal), answer)
    case 'broken-off':
      return new Response(breakingOff(answer.sent), answer)
  }
}
