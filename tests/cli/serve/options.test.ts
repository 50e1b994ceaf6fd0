// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { policyFor } from '../../../src/cli/serve/headers.ts'
import { parseListenAddress, listenName } from '../../../src/cli/serve/listen.ts'

describe('where to listen', () => {
  it.each([
    ['127.0.0.1:32480', { ip: '127.0.0.1', port: 32480 }, '127.0.0.1:32480'],
    ['localhost:80', { ip: '127.0.0.1', port: 80 }, '127.0.0.1:80'],
    ['[::1]:8080', { ip: '::1', port: 8080 }, '[::1]:8080'],
    ['0.0.0.0:0', { ip: '0.0.0.0', port: 0 }, '0.0.0.0:0'],
  ])('%s is read', (text, place, name) => {
    expect(parseListenAddress(text)).toEqual(place)
    expect(listenName(place)).toBe(name)
  })

  it.each([
    '',
    '127.0.0.1',
    ':32480',
    '32480',
    'attic:80',
    '127.1:80',
    '127.0.0.1:65536',
    'http://127.0.0.1:80',
  ])('%j is not', (text) => {
    expect(() => parseListenAddress(text)).toThrow(/^--listen takes a number of this computer and a port/)
  })
})

describe('the policy that goes with the page', () => {
  const META = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">`

  it("is the page's own and what only a header can say", () => {
    expect(policyFor(`<head>${META}</head>`)).toBe(
      "default-src 'none'; img-src data:; frame-ancestors 'none'",
    )
  })

  it.each(['<head></head>', META + META])('is missed in %j', (page) => {
    expect(() => policyFor(page)).toThrow('the page has no policy of its own')
  })
})
