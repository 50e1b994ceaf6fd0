// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { parseListeners } from '../../../src/cli/doctor/listeners.ts'
import { lookAtPort, type ProcFolder } from '../../../src/cli/doctor/look-at-port.ts'

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode'
const line = (local: string, inode: number, state = '0A'): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000   998        0 ${inode} 1 0000 100 0 0 10 0`
const PORT = '7E90'
const ANY_6 = '0'.repeat(32)
const LOOPBACK_6 = `${'0'.repeat(24)}01000000`
const MAPPED = `${'0'.repeat(16)}FFFF00000100007F`

describe('/proc/net/tcp', () => {
  it.each([
    ['all of IPv4', `00000000:${PORT}`, 'all'],
    ['all of IPv6', `${ANY_6}:${PORT}`, 'all'],
    ['this computer', `0100007F:${PORT}`, 'loopback'],
    ['this computer by IPv6', `${LOOPBACK_6}:${PORT}`, 'loopback'],
    ['this computer, as IPv6 writes IPv4', `${MAPPED}:${PORT}`, 'loopback'],
    ['one address', `0A32A8C0:${PORT}`, 'one'],
  ])('says who listens at %s', (_what, local, on) => {
    expect(parseListeners(`${HEAD}\n${line(local, 4711)}\n`)).toEqual([{ port: 32_400, on, inode: '4711' }])
  })

  it('leaves out connections, and what is no such line', () => {
    const text = [HEAD, line(`0100007F:${PORT}`, 1, '01'), 'nonsense', line('XYZ:7E90', 2), ''].join('\n')
    expect(parseListeners(text)).toEqual([])
  })
})

/** A computer with these files, the sockets of these programs, and no others. */
function proc(
  files: Readonly<Record<string, string>>,
  sockets: Readonly<Record<string, string>> = {},
): ProcFolder {
  const none = (): Promise<never> => Promise.reject(new Error('EACCES'))
  return {
    read: (file) => (file in files ? Promise.resolve(files[file] ?? '') : none()),
    list: (folder) => {
      if (folder === '/proc') return Promise.resolve(['1', '77', '78', 'self', 'net'])
      const names = Object.keys(sockets).filter((file) => file.startsWith(`${folder}/`))
      return names.length === 0 ? none() : Promise.resolve(names.map((name) => name.slice(folder.length + 1)))
    },
    link: (file) => (file in sockets ? Promise.resolve(sockets[file] ?? '') : none()),
  }
}

describe('who has the port', () => {
  const HELD = { '/proc/net/tcp': `${HEAD}\n${line(`00000000:${PORT}`, 4711)}` }

  it('is found by its socket', async () => {
    const files = { ...HELD, '/proc/78/comm': 'Plex Media Serv\n' }
    const sockets = { '/proc/77/fd/3': 'socket:[12]', '/proc/78/fd/9': 'socket:[4711]' }
    expect(await lookAtPort(32_400, 'linux', proc(files, sockets))).toEqual({
      kind: 'held',
      for: 'others',
      by: 'Plex Media Serv',
    })
  })

  it('is not told of the programs of others', async () => {
    expect(await lookAtPort(32_400, 'linux', proc(HELD))).toMatchObject({ kind: 'held', by: null })
  })

  it('is no name that does something to a terminal', async () => {
    const files = { ...HELD, '/proc/78/comm': 'evil\u001b[2J\n' }
    const sockets = { '/proc/78/fd/9': 'socket:[4711]' }
    expect(await lookAtPort(32_400, 'linux', proc(files, sockets))).toMatchObject({ by: null })
  })

  it('may be there for this computer alone', async () => {
    const files = {
      '/proc/net/tcp': line(`0100007F:${PORT}`, 1),
      '/proc/net/tcp6': line(`${LOOPBACK_6}:${PORT}`, 2),
    }
    expect(await lookAtPort(32_400, 'linux', proc(files))).toMatchObject({ for: 'this-computer' })
  })

  it('is nobody where only other ports are taken', async () => {
    expect(await lookAtPort(32_401, 'linux', proc(HELD))).toEqual({ kind: 'free' })
  })

  it('is not seen where the system does not tell', async () => {
    expect(await lookAtPort(32_400, 'linux', proc({}))).toEqual({ kind: 'not-seen', why: 'rights' })
    for (const platform of ['win32', 'darwin', 'freebsd'] as const)
      expect(await lookAtPort(32_400, platform, proc(HELD))).toEqual({ kind: 'not-seen', why: 'system' })
  })
})
