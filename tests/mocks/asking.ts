import type { WireReply, WireAnswer, WireRequest } from '../../src/mocks/wire.ts'

export const ORIGIN = 'http://127.0.0.1:5173'

/** A request as a browser on another origin sends it. */
export function asking(
  path: string,
  { method = 'GET', accept = 'application/json', origin = ORIGIN, ...more }: Record<string, string> = {},
): WireRequest {
  return {
    method,
    url: new URL(path, 'http://attic:32400'),
    headers: new Headers({ accept, origin, ...more }),
  }
}

/** The answer, which has to be an ordinary one. */
export function reply(answer: WireAnswer): WireReply {
  if (answer.kind !== 'reply') throw new Error(`expected a reply, got ${answer.kind}`)
  return answer
}

/** The attributes of a JSON answer. */
export function container(answer: WireAnswer): Record<string, unknown> {
  return (JSON.parse(reply(answer).body) as { MediaContainer: Record<string, unknown> }).MediaContainer
}
