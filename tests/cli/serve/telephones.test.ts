// @vitest-environment node
import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { addressForTelephones } from '../../../src/cli/serve/for-telephones.ts'
import { parseListenAddress } from '../../../src/cli/serve/listen.ts'
import { qrInTerminal } from '../../../src/cli/serve/qr-in-terminal.ts'
import { colouredLinesOf, readOffTerminal } from './terminal-screen.ts'

describe('the address that a telephone can open', () => {
  const given = (address: string): NetworkInterfaceInfo =>
    ({ address, internal: address === '127.0.0.1' || address === '::1' }) as NetworkInterfaceInfo
  const LOOPBACK = { lo: [given('127.0.0.1'), given('::1')] }
  const CONTAINERS = { docker0: [given('172.17.0.1')], 'br-0a1b2c': [given('172.18.0.1')] }
  const HOME = { eth0: [given('fe80::1'), given('fd00::10'), given('192.168.1.10')] }

  it.each([
    ['0.0.0.0:32480', { ...LOOPBACK, ...CONTAINERS, ...HOME }, 'http://192.168.1.10:32480'],
    ['[::]:32480', { ...LOOPBACK, ...HOME }, 'http://192.168.1.10:32480'],
    ['[::]:32480', { ...LOOPBACK, eth0: [given('fd00::10')] }, 'http://[fd00::10]:32480'],
    ['192.168.1.10:80', { ...LOOPBACK, ...HOME }, 'http://192.168.1.10'],
    ['[fd00:0::10]:32480', { ...LOOPBACK, ...HOME }, 'http://[fd00::10]:32480'],
    [
      '0.0.0.0:32480',
      { ...LOOPBACK, tailscale0: [given('100.101.102.103')] },
      'http://100.101.102.103:32480',
    ],
  ])('for %s among %j is %s', (place, interfaces, address) => {
    expect(addressForTelephones(parseListenAddress(place), interfaces)).toBe(address)
  })

  it.each([
    ['127.0.0.1:32480', { ...LOOPBACK, ...HOME }],
    ['[::1]:32480', { ...LOOPBACK, ...HOME }],
    ['0.0.0.0:32480', LOOPBACK],
    ['0.0.0.0:32480', { ...LOOPBACK, ...CONTAINERS }],
    ['0.0.0.0:32480', { ...LOOPBACK, eth0: [given('169.254.3.4')] }],
    ['0.0.0.0:32480', { ...LOOPBACK, eth0: [given('fd00::10')] }],
    ['172.17.0.1:32480', { ...LOOPBACK, ...CONTAINERS, ...HOME }],
  ])('for %s among %j is none', (place, interfaces) => {
    expect(addressForTelephones(parseListenAddress(place), interfaces)).toBeNull()
  })
})

describe('the QR code in a terminal', () => {
  it.each([
    'http://192.168.1.10:32480/',
    'http://10.0.0.2/',
    'http://[fd12:3456:789a:bcde:f012:3456:789a:bcde]:32480/',
  ])('says exactly %s', (address) => {
    expect(readOffTerminal(qrInTerminal(address, 80) ?? '')).toBe(address)
  })

  it('is left out where its lines would be broken', () => {
    const address = 'http://192.168.1.10:32480/'
    const [line = ''] = colouredLinesOf(qrInTerminal(address, 80) ?? '')
    expect(qrInTerminal(address, line.length)).not.toBeNull()
    expect(qrInTerminal(address, line.length - 1)).toBeNull()
  })

  it('has a margin of light squares on all sides', () => {
    const lines = colouredLinesOf(qrInTerminal('http://192.168.1.10:32480/', 80) ?? '')
    const light = (squares: string): boolean => /^ *$/.test(squares)
    expect([...lines.slice(0, 2), ...lines.slice(-2)].every(light)).toBe(true)
    expect(lines.every((line) => light(line.slice(0, 4)) && light(line.slice(-4)))).toBe(true)
  })
})
