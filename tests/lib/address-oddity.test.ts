import { describe, expect, it } from 'vitest'
import { oddityOf } from '../../src/lib/address-oddity.ts'
import { parseAddress, type Address } from '../../src/lib/address.ts'

const HEX = '0123456789abcdef0123456789abcdef'

/** What is odd about an address as a person types it, and what to ask instead. */
function oddity(typed: string): readonly unknown[] {
  const parsed = parseAddress(typed)
  if (parsed.kind === 'problem') return [parsed.problem]
  const odd = oddityOf(parsed.address)
  return odd === null ? ['nothing'] : [odd.kind, ...('instead' in odd ? [odd.instead] : [])]
}

describe('what is odd about an address', () => {
  it.each([
    ['F22', 'https://192.168.77.20:32400', 'certificate', 'http://192.168.77.20:32400'],
    ['F22', 'https://192.168.77.20:8443', 'certificate', 'http://192.168.77.20:8443'],
    ['F22', 'https://[fd00::20]:32400', 'certificate', 'http://[fd00::20]:32400'],
    ['F23', 'https://192.168.0.4/32400/web', 'certificate', 'http://192.168.0.4:32400'],
    ['F24', 'https://192.168.0.4', 'certificate', 'http://192.168.0.4:32400'],
    ['F24', 'https://media.example.net', 'no-port', 'http://media.example.net:32400'],
    ['F24', 'https://attic-nas/web', 'no-port', 'http://attic-nas:32400'],
    ['F27', `https://192-168-77-20.${HEX}.plex.direct:32400`, 'number-inside', 'http://192.168.77.20:32400'],
    ['F27', `https://10-0-0-7.${HEX}.plex.direct`, 'number-inside', 'http://10.0.0.7:32400'],
    ['F27', `192-168-77-20.${HEX}.PLEX.direct:9000/web`, 'number-inside', 'http://192.168.77.20:9000'],
    ['F27', `https://fd00--20.${HEX}.plex.direct:32400`, 'number-inside', 'http://[fd00::20]:32400'],
  ])('%s: %s is %s, and %s is offered', (_case, typed, kind, instead) => {
    expect(oddity(typed)).toEqual([kind, instead])
  })

  it.each([
    ['F25', '192.168.0.1', 'router'],
    ['F25', 'http://192.168.178.1:80', 'router'],
    ['F25', '192.168.1.254', 'router'],
    ['F25', '10.0.0.138', 'router'],
    ['F25', 'https://10.0.0.1', 'router'],
    ['L22', 'fe80::1', 'zone'],
    ['L22', '[fe80::1]:8080', 'zone'],
  ])('%s: %s is %s', (_case, typed, kind) => {
    expect(oddity(typed)).toEqual([kind])
  })

  it.each([
    '192.168.0.4:32400',
    '192.168.0.11',
    '192.168.1.10',
    '172.17.0.1',
    '127.0.0.1',
    '203.0.113.1',
    'fd00::1',
    'attic-nas',
    'http://media.example.net',
    'https://media.example.net:32400',
    'https://app.plex.direct:32400',
    `https://300-1-1-1.${HEX}.plex.direct:32400`,
    `https://192-168-77-20.${HEX.slice(1)}.plex.direct:32400`,
    `https://192-168-77-20.${HEX}.plex.direct.example.net:32400`,
  ])('nothing: %s', (typed) => {
    expect(oddity(typed)).toEqual(['nothing'])
  })

  it('takes no notice of a port that a link spells out', () => {
    expect(oddityOf('http://192.168.1.10' as Address)).toBeNull()
  })
})
