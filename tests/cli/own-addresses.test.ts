// @vitest-environment node
import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { addressesAmong, addressesFor, isThisComputer } from '../../src/cli/own-addresses.ts'
import type { Address } from '../../src/lib/address.ts'

const LOCAL = 'http://127.0.0.1:32400' as Address
const at = (...ips: string[]) =>
  ips.map((address) => {
    const internal = address === '127.0.0.1' || address === '::1'
    return { address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' } as NetworkInterfaceInfo
  })
const LOOPBACK = { lo: at('127.0.0.1', '::1') }

describe('the addresses of this computer', () => {
  it.each([
    ['nobody reaches loopback', LOOPBACK, []],
    ['a home network', { ...LOOPBACK, eth0: at('192.168.1.10') }, ['http://192.168.1.10:32400']],
    [
      'a home network before what is public',
      { eth0: at('2001:db8::10', 'fd00::10', '8.8.8.8', '192.168.1.10') },
      [
        'http://192.168.1.10:32400',
        'http://[fd00::10]:32400',
        'http://[2001:db8::10]:32400',
        'http://8.8.8.8:32400',
      ],
    ],
    [
      'a VPN after the home network',
      { tailscale0: at('100.100.1.1'), wlan0: at('10.0.0.5') },
      ['http://10.0.0.5:32400', 'http://100.100.1.1:32400'],
    ],
    [
      'bridges of containers last, whatever they are called',
      {
        docker0: at('172.17.0.1'),
        'br-1f2e3d': at('172.18.0.1'),
        virbr0: at('192.168.122.1'),
        'vEthernet (WSL)': at('172.29.0.1'),
        enp3s0: at('172.16.0.9'),
        eth1: at('2001:db8::9'),
      },
      [
        'http://172.16.0.9:32400',
        'http://[2001:db8::9]:32400',
        'http://172.17.0.1:32400',
        'http://172.18.0.1:32400',
        'http://192.168.122.1:32400',
        'http://172.29.0.1:32400',
      ],
    ],
    [
      'no link-local address without need',
      { eth0: at('169.254.7.7', 'fe80::1', '192.168.1.10') },
      ['http://192.168.1.10:32400'],
    ],
    [
      'a link-local address where there is no other',
      { eth0: at('169.254.7.7', 'fe80::1') },
      ['http://169.254.7.7:32400'],
    ],
    ['none twice', { eth0: at('10.0.0.5'), eth1: at('10.0.0.5') }, ['http://10.0.0.5:32400']],
    [
      'nobody reaches what is inside this computer, whatever its number',
      { lo: [{ ...at('10.9.9.9')[0], internal: true } as NetworkInterfaceInfo] },
      [],
    ],
    ['an interface without any', { eth0: undefined }, []],
  ])('%s', (_what, interfaces, expected) => {
    expect(addressesAmong(interfaces, LOCAL)).toEqual(expected)
  })

  it('keep the scheme and the port of the server', () => {
    const interfaces = { eth0: at('10.0.0.5') }
    expect(addressesAmong(interfaces, 'https://localhost:8920' as Address)).toEqual(['https://10.0.0.5:8920'])
    expect(addressesAmong(interfaces, 'https://localhost' as Address)).toEqual(['https://10.0.0.5'])
  })
})

describe('where others reach a server', () => {
  const interfaces = { ...LOOPBACK, eth0: at('192.168.1.10', 'fd00:0::10', '10.0.0.5') }

  it.each([
    [LOCAL, true],
    ['http://localhost:32400', true],
    ['http://[::1]:32400', true],
    ['http://192.168.1.10:32400', true],
    ['http://[fd00::10]:32400', true],
    ['http://192.168.1.100:32400', false],
    ['http://attic.local:32400', false],
  ])('%s is this computer: %s', (server, expected) => {
    expect(isThisComputer(server as Address, interfaces)).toBe(expected)
  })

  it('is every address of this computer, the given one first', () => {
    expect(addressesFor('http://10.0.0.5:32400' as Address, interfaces)).toEqual([
      'http://10.0.0.5:32400',
      'http://192.168.1.10:32400',
      'http://[fd00::10]:32400',
    ])
  })

  it('is the given address where it is another computer', () => {
    expect(addressesFor('http://192.168.1.77:32400' as Address, interfaces)).toEqual([
      'http://192.168.1.77:32400',
    ])
  })
})
