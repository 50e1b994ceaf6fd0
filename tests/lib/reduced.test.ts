import { describe, expect, it } from 'vitest'
import { reduced } from '../../src/lib/reduced.ts'

const IDENTIFIER = '4e1b7c90'.repeat(5)

describe('what strangers may read of a text', () => {
  it.each([
    ['http://192.168.1.10:32400/identity failed', '(address) failed'],
    ['at f (file:///home/ann/Setup%20Plex.html:12:3)', 'at f ((address))'],
    ['f@https://media.example/setup:12:3', 'f@(address)'],
    ['192.168.1.10 and 10.0.0.1:80', '(address) and (address)'],
    ['[fd00::10]:32400, fe80::1:2:3%eth0, 2001:db8::1, ::1', '(address), (address), (address), (address)'],
    ['no answer of attic-nas.local', 'no answer of (name)'],
    ['no answer of "Attic.Fritz.Box."', 'no answer of "(name)."'],
    ['attic:32400 is silent', '(name) is silent'],
    ['attic.home.arpa:32400', '(name)'],
    ['host=cellar.lan&x', 'host=(name)&x'],
    ['cellar.lan/web/index.html', '(name)'],
    ['nothing at cellar.lan', 'nothing at (name)'],
    ['büro.fritz.box', '(name)'],
    ['anna@example.net', '(name)'],
    ['token claim-AbCdEfGhIjKlMnOp_-12.', 'token (code).'],
    ['Claim-short', '(code)'],
    ['AbCdEfGhIjKlMnOp_-12 is no code', '(code) is no code'],
    [`machine ${IDENTIFIER}`, `machine …${IDENTIFIER.slice(-6)}`],
    [String.raw`at C:\Users\Anna\Desktop\x.js`, 'at (path)'],
    ['open /home/ann/x and /Users/ann', 'open (path) and (path)'],
  ])('%s', (text, left) => {
    expect(reduced(text)).toBe(left)
  })

  it.each([
    "TypeError: Cannot read properties of undefined (reading 'claim')",
    'TypeError: t.map is not a function',
    'RangeError: Maximum call stack size exceeded',
    'Nobody handles {"stage":"unclaimed"}',
    '    at Object.useMemo',
    "undefined is not an object (evaluating 't.map')",
    'useIsomorphicLayoutEffect',
    '1.43.4.9999-abcdef012',
    'lib/http.ts:12:3',
    'Minified React error #31',
  ])('%s stays', (text) => {
    expect(reduced(text)).toBe(text)
  })
})
