import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearEnd, parseTunnel, tunnelCommand } from '../../src/help/tunnel.ts'

const GOOD = { user: 'anna', host: 'media.example.net', port: '', localPort: 8888 }
const commandOf = (fields: Partial<typeof GOOD>): string => {
  const parsed = parseTunnel({ ...GOOD, ...fields })
  return 'tunnel' in parsed ? tunnelCommand(parsed.tunnel) : `problem: ${parsed.problem}`
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
      fc.property(fc.string(), fc.string(), fc.string(), (user, host, port) => {
        const line = commandOf({ user, host, port })
        expect(line).toMatch(/^problem: |^ssh (-p \d+ )?-L 8888:127\.0\.0\.1:32400 [\w.-]+@[\w.:-]+$/)
      }),
    )
  })
})

it('has its near end on this computer', () => {
  expect(nearEnd(8888)).toBe('http://127.0.0.1:8888')
})
