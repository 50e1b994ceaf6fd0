// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import { raw } from './serve-asking.ts'
import { startProxy, type Proxy } from './serve-nginx.ts'
import { startSite, type Site } from './serve-site.ts'
import { PAGE_END } from './whole-page.ts'

const installed = spawnSync('nginx', ['-v']).status === 0
if (!installed) console.warn('NOT RUN: setup-plex serve behind nginx, for want of nginx.')

const CODE = 'claim-AbCdEfGhIjKlMnOp_-12'

describe.runIf(installed)('behind nginx', () => {
  let site: Site
  let proxy: Proxy
  beforeEach(async () => {
    site = await startSite('unclaimed', {
      times: { exchangeMs: 50, claimReplyMs: 200 },
      names: ['media.example'],
    })
    proxy = await startProxy(site.port)
  })
  afterEach(async () => {
    await proxy.end()
    await site.end()
    expect(site.mistakes).toEqual([])
  })
  /** nginx answers with headers of its own as well. */
  const ask = async (request: string, headers: Readonly<Record<string, string>> = {}) => {
    const all = { Host: 'media.example', Connection: 'close', ...headers }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    const text = await raw(proxy.port, `${request} HTTP/1.1\r\n${lines.join('')}\r\n`)
    return { status: Number(text.slice(9, 12)), text }
  }

  test.each(['', '/simple'])('the page and the identity come through %j', async (at) => {
    const page = await ask(`GET ${at}/`)
    expect(page.status).toBe(200)
    expect(page.text).toMatch(
      /content-security-policy: default-src 'none'; script-src [^\n]*frame-ancestors 'none'\r/i,
    )
    expect(
      page.text
        .trimEnd()
        .replace(/\r\n0$/, '')
        .trimEnd(),
    ).toMatch(PAGE_END)
    expect(
      parseStamp(/id="setup-stamp" type="application\/json">(.*?)<\/script>/s.exec(page.text)?.[1]).broken,
    ).toBe(false)
    for (let times = 0; times < 20; times += 1) {
      const identity = await ask(`GET ${at}/identity`)
      expect(identity.status).toBe(200)
      expect(identity.text).toMatch(/cache-control: no-store\r\n[^]*"claimed":false/i)
    }
  })

  test.each(['http://media.example', 'https://media.example'])(
    'a page at %s claims the server',
    async (origin) => {
      expect((await ask(`POST /myplex/claim?token=${CODE}`, { Origin: origin })).status).toBe(200)
      expect((await ask('GET /identity')).text).toContain('"claimed":true')
    },
  )

  test('also at a port of its own', async () => {
    const headers = {
      Host: 'media.example:8443',
      Origin: 'https://media.example:8443',
      'Content-Length': '0',
    }
    expect((await ask(`POST /myplex/claim?token=${CODE}`, headers)).status).toBe(200)
  })

  test.each([
    ['GET /identity', { Host: 'evil.example' }, 421],
    ['GET /identity', { Origin: 'http://evil.example' }, 403],
    [`POST /myplex/claim?token=${CODE}`, {}, 403],
    [`POST /myplex/claim?token=${CODE}`, { Origin: 'http://evil.example' }, 403],
    [
      `POST /myplex/claim?token=${CODE}`,
      { Origin: 'http://media.example', 'X-Forwarded-For': '203.0.113.9' },
      403,
    ],
    ['GET /library/sections', {}, 404],
  ])('%s with %j gets %i', async (request, headers, status) => {
    const heard = await ask(request, headers)
    expect(heard.status).toBe(status)
    expect(heard.text).not.toMatch(/access-control/i)
    expect(site.host.requests()).toEqual([])
  })
})
