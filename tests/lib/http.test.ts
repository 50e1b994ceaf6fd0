// @vitest-environment node
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ANSWER_UP_TO_BYTES, answersAtAll, ask, askHead, post } from '../../src/lib/http.ts'

const running: Server[] = []

async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/identity`
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

/** An address where nobody listens any more. */
async function nobody(): Promise<string> {
  const url = await served(() => {})
  const server = running.pop()
  if (server !== undefined) await stop(server)
  return url
}

afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await Promise.all(running.splice(0).map(stop))
})

/** Takes the request and never answers. */
const silent: RequestListener = () => {}

describe('asking', () => {
  it('gives status and text', async () => {
    const url = await served((_request, response) => {
      response.sendDate = false
      response.end('{"MediaContainer":{}}')
    })
    expect(await ask(url)).toEqual({
      kind: 'reply',
      status: 200,
      retryAfterMs: null,
      dateMs: null,
      text: '{"MediaContainer":{}}',
    })
  })

  it.each([204, 400, 401, 403, 404, 406, 429, 500, 503])('%d is an answer as well', async (status) => {
    const url = await served((_request, response) =>
      response.writeHead(status).end(status === 204 ? '' : 'why'),
    )
    expect(await ask(url)).toMatchObject({
      kind: 'reply',
      status,
      retryAfterMs: null,
      text: status === 204 ? '' : 'why',
    })
  })

  it("tells the sender's wall clock where it can be read", async () => {
    const url = await served((_request, response) =>
      response.writeHead(200, { date: 'Mon, 23 Nov 2026 09:00:00 GMT' }).end(),
    )
    expect(await ask(url)).toMatchObject({ dateMs: Date.parse('2026-11-23T09:00:00Z') })
    const odd = await served((_request, response) => response.writeHead(200, { date: 'noon' }).end())
    expect(await ask(odd)).toMatchObject({ dateMs: null })
  })

  it('posts nothing but the request itself, without what would need a preflight', async () => {
    let seen: Parameters<RequestListener>[0] | undefined
    const url = await served((request, response) => {
      seen = request
      response.end()
    })
    expect(await post(url)).toMatchObject({ kind: 'reply', status: 200 })
    expect(seen?.method).toBe('POST')
    expect(seen?.headers['content-length'] ?? '0').toBe('0')
    expect(seen?.headers).not.toHaveProperty('content-type')
  })

  it('asks for the head alone, of an answer of any size', async () => {
    const url = await served((request, response) => {
      response.setHeader('Content-Length', 10 * ANSWER_UP_TO_BYTES)
      response.writeHead(request.method === 'HEAD' ? 203 : 500).end()
    })
    expect(await askHead(url)).toMatchObject({ kind: 'reply', status: 203, text: '' })
  })

  it('sends what needs no preflight, and nothing that tells who asks', async () => {
    let seen: Parameters<RequestListener>[0] | undefined
    const url = await served((request, response) => {
      seen = request
      response.end()
    })
    await ask(url)
    expect(seen?.method).toBe('GET')
    expect(seen?.headers).toMatchObject({ accept: 'application/json' })
    for (const name of ['cookie', 'authorization', 'referer', 'content-type']) {
      expect(seen?.headers).not.toHaveProperty(name)
    }
    expect(Object.keys(seen?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([])
  })

  it('reads letters that fall on the border of two pieces', async () => {
    const url = await served((_request, response) => {
      const [first, second] = [Buffer.from('"Bü').subarray(0, 3), Buffer.from('ü"').subarray(1)]
      response.write(first, () => setImmediate(() => response.end(second)))
    })
    expect(await ask(url)).toMatchObject({ text: '"Bü"' })
  })

  it('takes bytes that are no text for what they are', async () => {
    const url = await served((_request, response) => response.end(Buffer.from([0xff, 0x00, 0xc3])))
    expect(await ask(url)).toMatchObject({ kind: 'reply', text: '\uFFFD\u0000\uFFFD' })
  })
})

describe('at most 64 kB', () => {
  it.each([
    ['with a Content-Length', true],
    ['in pieces', false],
  ])('%s', async (_what, withLength) => {
    const answer =
      (bytes: number): RequestListener =>
      (_request, response) => {
        if (withLength) response.setHeader('Content-Length', bytes)
        response.write('x'.repeat(bytes - 1), () => response.end('x'))
      }
    const whole = await ask(await served(answer(ANSWER_UP_TO_BYTES)))
    expect(whole).toMatchObject({ kind: 'reply', text: 'x'.repeat(65_536) })
    expect(await ask(await served(answer(ANSWER_UP_TO_BYTES + 1)))).toEqual({
      kind: 'transport-error',
      reason: 'too-large',
    })
  })

  it('counts bytes, not letters', async () => {
    const url = await served((_request, response) => response.end('ü'.repeat(32_769)))
    expect(await ask(url)).toEqual({ kind: 'transport-error', reason: 'too-large' })
  })

  it('an answer without end is not read to its end', async () => {
    let closed: (() => void) | undefined
    const hungUp = new Promise<void>((resolve) => (closed = resolve))
    const url = await served((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(8_192), () => setImmediate(more))
      }
      response.on('close', () => closed?.())
      more()
    })
    expect(await ask(url)).toEqual({ kind: 'transport-error', reason: 'too-large' })
    await hungUp
  })

  it('an announced length is enough to refuse', async () => {
    const url = await served((_request, response) => {
      response.writeHead(200, { 'Content-Length': 1_000_000 }).write('{')
    })
    expect(await ask(url)).toEqual({ kind: 'transport-error', reason: 'too-large' })
  })
})

describe('what can go wrong', () => {
  it('nobody listens: failed', async () => {
    const failed = { kind: 'transport-error', reason: 'failed', code: 'ECONNREFUSED' }
    expect(await ask(await nobody())).toEqual(failed)
  })

  it('no address at all: failed', async () => {
    expect(await ask('http://')).toMatchObject({ kind: 'transport-error', reason: 'failed' })
  })

  it('nothing comes: silent', async () => {
    expect(await ask(await served(silent), { withinMs: 50 })).toEqual({
      kind: 'transport-error',
      reason: 'silent',
    })
  })

  it('only headers come: slow', async () => {
    const url = await served((_request, response) => response.writeHead(200).flushHeaders())
    expect(await ask(url, { withinMs: 2_000 })).toEqual({ kind: 'transport-error', reason: 'slow' })
  })

  it('it drips: slow', async () => {
    const url = await served((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await ask(url, { withinMs: 2_000 })).toEqual({ kind: 'transport-error', reason: 'slow' })
  })

  it('Firefox before 65 has no streams: the text is read all the same, and its length is limited', async () => {
    vi.spyOn(Response.prototype, 'body', 'get').mockReturnValue(null)
    const short = await served((_request, response) => response.end('{"MediaContainer":{}}'))
    expect(await ask(short)).toMatchObject({ kind: 'reply', text: '{"MediaContainer":{}}' })
    const long = await served((_request, response) => {
      response.write('x'.repeat(ANSWER_UP_TO_BYTES))
      response.end('x')
    })
    expect(await ask(long)).toEqual({ kind: 'transport-error', reason: 'too-large' })
  })

  it('the connection breaks after the headers: broken off', async () => {
    const url = await served((_request, response) => {
      response.writeHead(200, { 'Content-Length': 1_000 })
      response.write('{"Media', () => setImmediate(() => response.destroy()))
    })
    expect(await ask(url)).toEqual({ kind: 'transport-error', reason: 'broken-off' })
  })

  it('the connection breaks before them: failed', async () => {
    const url = await served((request) => request.socket.destroy())
    expect(await ask(url)).toMatchObject({ kind: 'transport-error', reason: 'failed' })
  })

  it.each([301, 302, 303, 307, 308])(
    '%d to another host: redirected, and nobody goes there',
    async (status) => {
      let visits = 0
      const elsewhere = await served((_request, response) => {
        visits += 1
        response.end('{}')
      })
      const url = await served((_request, response) =>
        response.writeHead(status, { Location: elsewhere }).end(),
      )
      expect(await ask(url)).toEqual({ kind: 'transport-error', reason: 'redirected' })
      expect(visits).toBe(0)
    },
  )
})

describe('Retry-After', () => {
  const NOW = new Date('2026-11-23T09:00:00Z')
  it.each([
    ['seconds', '3', 3_000],
    ['no time at all', '0', 0],
    ['spaces around', ' 120 ', 120_000],
    ['a date', 'Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['a date in the past', 'Mon, 23 Nov 2026 08:59:59 GMT', null],
    ['a word', 'soon', null],
    ['a number without end', '9'.repeat(400), null],
    ['below zero', '-5', null],
    ['nothing', '', null],
  ])('%s', async (_what, value, expected) => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    const url = await served((_request, response) => response.writeHead(503, { 'Retry-After': value }).end())
    expect(await ask(url)).toMatchObject({ status: 503, retryAfterMs: expected })
  })
})

describe('a caller who no longer waits', () => {
  const abortError: unknown = expect.objectContaining({ name: 'AbortError' })

  it.each([
    ['before the question', 'before'],
    ['before the headers', 'headers'],
    ['in the middle of the body', 'body'],
  ])('stops %s', async (_what, when) => {
    const controller = new AbortController()
    const url = await served((_request, response) => {
      if (when === 'body') response.writeHead(200).write('{')
      controller.abort()
    })
    if (when === 'before') controller.abort()
    await expect(ask(url, { signal: controller.signal })).rejects.toEqual(abortError)
    await expect(answersAtAll(url, { signal: controller.signal })).rejects.toEqual(abortError)
  })

  it('hangs up', async () => {
    const controller = new AbortController()
    let closed: (() => void) | undefined
    const hungUp = new Promise<void>((resolve) => (closed = resolve))
    const url = await served((_request, response) => {
      response.on('close', () => closed?.())
      controller.abort()
    })
    await expect(ask(url, { signal: controller.signal })).rejects.toEqual(abortError)
    await hungUp
  })

  it('changes nothing when the answer is there already', async () => {
    const controller = new AbortController()
    const url = await served((_request, response) => response.end('{}'))
    const reply = await ask(url, { signal: controller.signal })
    controller.abort()
    expect(reply).toMatchObject({ kind: 'reply', text: '{}' })
  })
})

describe('does anybody answer at all', () => {
  it.each([
    ['200', 200],
    ['401', 401],
    ['500', 500],
  ])('%s: yes', async (_what, status) => {
    const url = await served((_request, response) => response.writeHead(status).end('hidden'))
    expect(await answersAtAll(url)).toBe(true)
  })

  it('headers are enough', async () => {
    const url = await served((_request, response) => response.writeHead(200).flushHeaders())
    expect(await answersAtAll(url)).toBe(true)
  })

  it('nobody listens: no', async () => {
    expect(await answersAtAll(await nobody())).toBe(false)
  })

  it('silence: nobody can tell', async () => {
    expect(await answersAtAll(await served(silent), { withinMs: 50 })).toBeNull()
  })
})
