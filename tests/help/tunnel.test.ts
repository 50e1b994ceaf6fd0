import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearEnd, parseOwnSystem, parseTunnel, tunnelCommand, type OwnSystem } from '../../src/help/tunnel.ts'

const GOOD = { user: 'anna', host: 'media.example.net', port: '', localPort: 8888 }
const commandOf = (fields: Partial<typeof GOOD>, system: OwnSystem = 'linux'): string => {
  const parsed = parseTunnel({ ...GOOD, ...fields })
  return 'tunnel' in parsed ? tunnelCommand(parsed.tunnel, system) : `problem: ${parsed.problem}`
}

describe('the line that makes a tunnel', () => {
  it.each([
    [{}, 'ssh -L 8888:127.0.0.1:32400 anna@media.example.net'],
    [{ port: '2222' }, 'ssh -p 2222 -L 8888:127.0.0.1:32400 anna@media.example.net'],
    [{ port: '22' }, 'ssh -L 8888:127.0.0.1:32400 anna@media.example.net'],
    [{ host: '203.0.113.5', localPort: 8889 }, 'ssh -L 8889:127.0.0.1:32400 anna@203.0.113.5'],
    [{ host: '2001:db8::5' }, 'ssh -L 8888:127.0.0.1:32400 anna@2001:db8::5'],
    [{ user: ' anna ', host: ' nas ' }, 'ssh -L 8888:127.0.0.1:32400 anna@nas'],
  ])('%j: %s', (fields, line) => {
    expect(commandOf(fields)).toBe(line)
  })

  it.each<[OwnSystem, string, string]>([
    ['windows', 'ssh -L', 'ssh -p 2222 -L'],
    ['mac', 'ssh -L', 'ssh -p 2222 -L'],
    ['linux', 'ssh -L', 'ssh -p 2222 -L'],
    ['old-windows', 'plink -ssh -L', 'plink -ssh -P 2222 -L'],
  ])('begins with what there is on %s', (system, usual, withPort) => {
    const rest = '8888:127.0.0.1:32400 anna@media.example.net'
    expect(commandOf({}, system)).toBe(`${usual} ${rest}`)
    expect(commandOf({ port: '2222' }, system)).toBe(`${withPort} ${rest}`)
  })

  it.each([
    [{ user: '' }, 'user'],
    [{ user: 'anna bell' }, 'user'],
    [{ user: '-oProxyCommand=x' }, 'user'],
    [{ user: '$(reboot)' }, 'user'],
    [{ host: '' }, 'host'],
    [{ host: 'a;reboot' }, 'host'],
    [{ host: '-oProxyCommand=x' }, 'host'],
    [{ host: 'http://media' }, 'host'],
    [{ host: 'a..b' }, 'host'],
    [{ host: ':::' }, 'host'],
    [{ port: '0' }, 'port'],
    [{ port: '65536' }, 'port'],
    [{ port: '22 -v' }, 'port'],
    [{ port: '1e3' }, 'port'],
  ])('is not made of %j', (fields, problem) => {
    expect(commandOf(fields)).toBe(`problem: ${problem}`)
  })

  it('never holds anything that a shell would take for more than words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (user, host, port, old) => {
        const line = commandOf({ user, host, port }, old ? 'old-windows' : 'mac')
        expect(line).toMatch(
          /^problem: |^(ssh|plink -ssh) (-p \d+ )?-L 8888:127\.0\.0\.1:32400 [\w.-]+@[\w.:-]+$/i,
        )
      }),
    )
  })
})

it('has its near end on this computer', () => {
  expect(nearEnd(8888)).toBe('http://127.0.0.1:8888')
})

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36', 'windows'],
  ['Mozilla/5.0 (Windows NT 6.1; WOW64; rv:115.0) Gecko/20100101 Firefox/115.0', 'old-windows'],
  [
    'Mozilla/5.0 (Windows NT 6.3; Win64; x64) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36',
    'old-windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'mac',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'linux'],
  ['', 'linux'],
  [undefined, 'linux'],
])('guesses the own system from %s', (userAgent, system) => {
  expect(parseOwnSystem(userAgent)).toBe(system)
})
