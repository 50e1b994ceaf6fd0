import { connect } from 'node:net'
import { expect } from 'vitest'

export type Heard = {
  readonly status: number
  /** In lower case; what comes twice is there twice, with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** On every answer, whatever was asked. */
const STRICT = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
}
/** Nothing else is ever said, and above all nothing of what the server says in its headers. */
const KNOWN = new Set([
  ...Object.keys(STRICT),
  'content-security-policy',
  'content-type',
  'content-length',
  'connection',
  'date',
  'keep-alive',
  'allow',
  'retry-after',
  'location',
])

/**
 * Sends these lines to the letter and reads until the connection ends. Whatever comes must have the strict headers, and
 * none that is not known.
 */
export async function say(port: number, lines: readonly string[], body = ''): Promise<Heard> {
  const heard = parse(await raw(port, `${lines.join('\r\n')}\r\n\r\n${body}`))
  expect(heard.headers).toMatchObject(STRICT)
  expect(heard.headers['content-security-policy']).toMatch(/^default-src 'none'; .*; frame-ancestors 'none'$/)
  expect(Object.keys(heard.headers).filter((name) => !KNOWN.has(name))).toEqual([])
  return heard
}

/** An ordinary request, with one of these headers instead of its own where they have the same name. */
export function ask(
  port: number,
  request: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Heard> {
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers }
  return say(port, [
    `${request} HTTP/1.1`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
  ])
}

/** All that comes until the other side ends the connection; fails when that takes 20 s. */
export function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let all = ''
    socket.setTimeout(20_000, () => socket.destroy(new Error('nothing came for 20 s')))
    socket.setEncoding('utf8').on('data', (chunk: string) => (all += chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(all))
  })
}

function parse(all: string): Heard {
  const [head = '', body = ''] = all.split(/\r\n\r\n(.*)/s, 2)
  const [first = '', ...lines] = head.split('\r\n')
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value
  }
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]), headers, body }
}
