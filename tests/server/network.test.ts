import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOf } from '../../src/lib/address-class.ts'
import { addressesIn, networkOf, parseNetwork, type Network } from '../../src/server/network.ts'
import { address } from '../../src/gallery/said.ts'

describe('a network that a person types', () => {
  it.each([
    ['192.168.1', '192.168.1'],
    [' 192.168.1. ', '192.168.1'],
    ['192.168.1.x', '192.168.1'],
    ['192.168.1.X', '192.168.1'],
    ['192.168.1.xxx', '192.168.1'],
    ['192.168.1.*', '192.168.1'],
    ['192.168.1.0', '192.168.1'],
    ['192.168.1.0/24', '192.168.1'],
    ['192.168.1.0/25', '192.168.1'],
    ['192.168.1.17', '192.168.1'],
    ['192.168.1.1-254', '192.168.1'],
    ['192.168.1.17:32400', '192.168.1'],
    ['http://192.168.1.17:32400/web/index.html', '192.168.1'],
    ['10.0.0', '10.0.0'],
    ['10.200.3.4', '10.200.3'],
    ['172.16.0', '172.16.0'],
    ['172.31.255', '172.31.255'],
  ])('%s is %s', (typed, network) => {
    expect(parseNetwork(typed)).toEqual({ kind: 'network', network })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    [null, 'empty'],
    [192.168, 'empty'],
    ['192.168', 'too-large'],
    ['192.168.x', 'too-large'],
    ['192.168.*.*', 'too-large'],
    ['10.x.x.x', 'too-large'],
    ['192.168.0.0/16', 'too-large'],
    ['10.0.0.0/8', 'too-large'],
    ['192.168.1.0/23', 'too-large'],
    ['8.8.8', 'not-at-home'],
    ['192.169.1', 'not-at-home'],
    ['172.15.0', 'not-at-home'],
    ['172.32.0', 'not-at-home'],
    ['100.64.0', 'not-at-home'],
    ['169.254.1', 'not-at-home'],
    ['127.0.0', 'not-at-home'],
    ['192.168.256', 'not-a-network'],
    ['192.168.01', 'not-a-network'],
    ['192.168.1.999', 'not-a-network'],
    ['192.168.1.17.5', 'not-a-network'],
    ['192.168..1', 'not-a-network'],
    ['x.x.x', 'not-a-network'],
    ['192', 'not-a-network'],
    ['attic-nas', 'not-a-network'],
    ['fd00::1', 'not-a-network'],
    ['192.168.1.1; rm', 'not-a-network'],
  ])('%s is none: %s', (typed, problem) => {
    expect(parseNetwork(typed)).toEqual({ kind: 'problem', problem })
  })

  it('is never larger than 254 private addresses, whatever is typed', () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 300 }).map(String),
      fc.constantFrom('x', '*', '', '0/8', '1-9'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 5 }).map((parts) => parts.join('.')),
        ),
        (typed) => {
          const parsed = parseNetwork(typed)
          if (parsed.kind === 'problem') return
          const addresses = addressesIn(parsed.network)
          expect(addresses).toHaveLength(254)
          expect(new Set(addresses.map(classOf))).toEqual(new Set(['private']))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('the network that an address is in', () => {
  it.each([
    ['http://192.168.1.10:32400', '192.168.1'],
    ['https://10.1.2.3', '10.1.2'],
    ['http://172.20.0.9:8888', '172.20.0'],
    ['http://127.0.0.1:32400', null],
    ['http://100.64.0.7:32400', null],
    ['http://169.254.3.4:32400', null],
    ['http://8.8.8.8', null],
    ['http://attic.local:32400', null],
    ['http://[fd00::10]:32400', null],
    ['http://[::ffff:c0a8:10a]:32400', null],
  ])('%s: %s', (where, network) => {
    expect(networkOf(address(where))).toBe(network)
  })
})

it('has every host from 1 to 254, in order', () => {
  const [first, ...others] = addressesIn('192.168.1' as Network)
  expect(first).toBe('http://192.168.1.1:32400')
  expect(others.at(-1)).toBe('http://192.168.1.254:32400')
  expect(new Set(others).size).toBe(253)
})
