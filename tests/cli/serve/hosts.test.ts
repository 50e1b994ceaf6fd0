// @vitest-environment node
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { isNearby, isOwnOrigin, isServed, parseHost, type Host } from '../../../src/cli/serve/hosts.ts'

const host = (text: string): Host => {
  const parsed = parseHost(text)
  if (parsed === null) throw new Error(`${text} is no host`)
  return parsed
}
const OWN = Object.values(networkInterfaces())
  .flatMap((all = []) => all)
  .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
  .map(({ address }) => (address.includes(':') ? `[${address}]` : address))

describe('a Host header', () => {
  it.each([
    ['localhost', { name: 'localhost', port: '' }],
    ['LocalHost:32480', { name: 'localhost', port: '32480' }],
    ['127.0.0.1:80', { name: '127.0.0.1', port: '80' }],
    ['[::1]:32480', { name: '[::1]', port: '32480' }],
    ['[FD00::A]', { name: '[fd00::a]', port: '' }],
    ['media.example.', { name: 'media.example.', port: '' }],
    ['under_score', { name: 'under_score', port: '' }],
  ])('%j is read', (text, expected) => {
    expect(parseHost(text)).toEqual(expected)
  })

  it.each([
    '',
    ' ',
    ':32480',
    'localhost:',
    'localhost:x',
    'localhost:65536',
    'localhost:80:80',
    'me@localhost',
    'me:secret@localhost',
    'localhost, evil.example',
    'localhost evil.example',
    'localhost/',
    'localhost#',
    'localhost\\',
    'http://localhost',
    '::1',
    '[::1',
    '[]',
    '[::1%25lo]',
    '[127.0.0.1]',
    '[evil.example]',
    '.localhost',
    'löcalhost',
    'localhost\0',
  ])('%j is no host', (text) => {
    expect(parseHost(text)).toBeNull()
  })
})

describe('against other names that lead here', () => {
  it.each([
    'localhost',
    'LOCALHOST:32480',
    'localhost:8888',
    '127.0.0.1',
    '127.0.0.1:32480',
    '127.8.8.8:80',
    '[::1]',
    '[::1]:32480',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    'media.example',
    'Media.Example:8443',
    '198.51.100.7',
    ...OWN,
  ])('%s is served', (text) => {
    expect(isServed(host(text), ['media.example', '198.51.100.7'])).toBe(true)
  })

  it.each([
    'evil.example',
    'evil.example:32480',
    '127.0.0.1.evil.example',
    'localhost.evil',
    'localhost.evil.example',
    'localhost.',
    '127.0.0.1.',
    'evil.localhost',
    'media.example.evil.example',
    'evil-media.example',
    'media.example.',
    // To a browser some of these are numbers, and none of them is what it would send.
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '010.0.0.1',
    '0.0.0.0',
    '[::]',
    // Numbers of somebody else.
    '203.0.113.5',
    '192.0.2.1:32480',
    '[2001:db8::1]',
    'toString',
    'constructor',
  ])('%s is not', (text) => {
    expect(isServed(host(text), ['media.example', '198.51.100.7'])).toBe(false)
  })
})

describe('an Origin', () => {
  it.each([
    ['http://127.0.0.1:32480', '127.0.0.1:32480'],
    ['http://localhost:32480', 'LOCALHOST:32480'],
    ['http://[::1]:32480', '[::1]:32480'],
    ['http://localhost', 'localhost:80'],
    ['http://localhost', 'localhost'],
    // A proxy in front has the certificate.
    ['https://media.example', 'media.example'],
    ['https://media.example', 'media.example:443'],
    ['https://media.example:8443', 'media.example:8443'],
  ])('%s is our own at %s', (origin, at) => {
    expect(isOwnOrigin(origin, host(at))).toBe(true)
  })

  it.each([
    ['null', 'localhost:32480'],
    ['', 'localhost:32480'],
    ['http://localhost', 'localhost:32480'],
    ['http://localhost:3000', 'localhost:32480'],
    ['http://127.0.0.1:32480', 'localhost:32480'],
    ['http://localhost:32480', '127.0.0.1:32480'],
    ['http://localhost:32480.evil.example', 'localhost:32480'],
    ['http://localhost:324800', 'localhost:32480'],
    ['http://evil.example', 'localhost:32480'],
    ['http://media.example:8443', 'media.example'],
    ['https://media.example', 'media.example:80'],
    ['http://media.example', 'media.example:443'],
    ['file://localhost:32480', 'localhost:32480'],
    ['http://me@localhost:32480', 'localhost:32480'],
    ['http://localhost:32480/', 'localhost:32480'],
    ['http://localhost:32480 http://evil.example', 'localhost:32480'],
  ])('%j is foreign at %s', (origin, at) => {
    expect(isOwnOrigin(origin, host(at))).toBe(false)
  })
})

describe('whoever asks', () => {
  it.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '192.168.1.20',
    ' 10.0.0.1 ',
    '::ffff:172.16.0.9',
    '169.254.3.4',
    'fe80::1%eth0',
    'fd00::20',
  ])('from %s is at home', (ip) => {
    expect(isNearby(ip)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'unknown',
    'localhost',
    'attic.local',
    '8.8.8.8',
    '100.64.0.1',
    '::ffff:8.8.8.8',
    '2001:db8::1',
    '::',
    '192.168.1.20:80',
    '192.168.1',
    '10.0.0.1 8.8.8.8',
  ])('from %s is not', (ip) => {
    expect(isNearby(ip)).toBe(false)
  })
})
