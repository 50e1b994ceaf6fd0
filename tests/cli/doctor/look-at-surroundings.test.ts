// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { lookAtContainer } from '../../../src/cli/doctor/look-at-container.ts'
import { lookAtFirewall } from '../../../src/cli/doctor/look-at-firewall.ts'

type Files = Readonly<Record<string, string>>
const disk = (files: Files) => ({
  read: (file: string) => files[file] ?? null,
  list: (folder: string) =>
    Object.keys(files).flatMap((file) =>
      file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : [],
    ),
})
const wall = (files: Files, port = 32_400) => lookAtFirewall(port, 'linux', disk(files))

describe('a firewall', () => {
  it('is not looked for on other systems, and need not be there', () => {
    expect(lookAtFirewall(32_400, 'win32', disk({}))).toEqual({ kind: 'not-seen' })
    expect(lookAtFirewall(32_400, 'darwin', disk({}))).toEqual({ kind: 'not-seen' })
    expect(wall({})).toEqual({ kind: 'none' })
    expect(wall({ '/etc/ufw/ufw.conf': '# ENABLED=yes\nENABLED=no\n' })).toEqual({ kind: 'none' })
  })

  const UFW = { '/etc/ufw/ufw.conf': 'ENABLED=yes\nLOGLEVEL=low\n' }
  const ufw = (tuple: string, port?: number) =>
    wall({ ...UFW, '/etc/ufw/user.rules': `*filter\n### tuple ### ${tuple}\n-A ufw-user-input …\n` }, port)

  it.each([
    ['let-in', 'allow tcp 32400 0.0.0.0/0 any 0.0.0.0/0 in'],
    ['let-in', 'allow any 32400 0.0.0.0/0 any 192.168.1.0/24 in'],
    ['let-in', 'limit tcp 32400,32469 0.0.0.0/0 any 0.0.0.0/0 in_eth0'],
    ['let-in', 'allow tcp 32000:33000 0.0.0.0/0 any 0.0.0.0/0 in'],
    ['let-in', 'allow any any 0.0.0.0/0 any 192.168.1.0/24 in'],
    ['let-in', 'allow tcp 32400 0.0.0.0/0 any 0.0.0.0/0 plexmediaserver - in'],
    ['keep-out', 'deny tcp 32400 0.0.0.0/0 any 0.0.0.0/0 in'],
    ['keep-out', 'allow udp 32400 0.0.0.0/0 any 0.0.0.0/0 in'],
    ['keep-out', 'allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in'],
    ['keep-out', 'allow tcp 32400 0.0.0.0/0 any 0.0.0.0/0 out'],
    ['keep-out', 'allow tcp 3240,2400 0.0.0.0/0 any 0.0.0.0/0 in'],
  ])('ufw: %s by "%s"', (rules, tuple) => {
    expect(ufw(tuple)).toEqual({ kind: 'ufw', rules })
  })

  it('ufw: its rules are for root, and need not matter', () => {
    expect(wall(UFW)).toEqual({ kind: 'ufw', rules: 'hidden' })
    expect(wall({ ...UFW, '/etc/default/ufw': 'IPV6=yes\nDEFAULT_INPUT_POLICY="ACCEPT"\n' })).toEqual({
      kind: 'ufw',
      rules: 'let-in',
    })
  })

  const D = {
    '/etc/systemd/system/multi-user.target.wants/firewalld.service': '',
    '/etc/firewalld/firewalld.conf': '# comment\nDefaultZone=home\n',
  }
  it.each([
    ['let-in', '<zone><service name="ssh"/><service name="plex"/></zone>', 32_400],
    ['keep-out', '<zone><service name="plex"/></zone>', 32_401],
    ['let-in', '<zone><port port="32400" protocol="tcp"/></zone>', 32_400],
    ['let-in', '<zone><port protocol="tcp" port="32400-32500"/></zone>', 32_401],
    ['keep-out', '<zone><port port="32400" protocol="udp"/></zone>', 32_400],
    ['let-in', '<zone target="ACCEPT"></zone>', 32_400],
    ['keep-out', '<zone><service name="ssh"/></zone>', 32_400],
  ])('firewalld: %s by %s', (rules, zone, port) => {
    expect(wall({ ...D, '/etc/firewalld/zones/home.xml': zone }, port)).toEqual({ kind: 'firewalld', rules })
    expect(wall({ ...D, '/usr/lib/firewalld/zones/home.xml': zone }, port)).toEqual({
      kind: 'firewalld',
      rules,
    })
  })

  it('firewalld: its settings are for root', () => {
    const [unit = ''] = Object.keys(D)
    expect(wall({ [unit]: '' })).toEqual({ kind: 'firewalld', rules: 'hidden' })
    expect(wall(D)).toEqual({ kind: 'firewalld', rules: 'hidden' })
  })
})

describe('a container', () => {
  const look = (
    files: Files,
    env: Readonly<Record<string, string>> = {},
    names: readonly string[] = ['eth0'],
  ) =>
    lookAtContainer(Object.fromEntries(names.map((name) => [name, []])), {
      env,
      exists: (path) => path in files,
      read: disk(files).read,
    })

  it.each([
    ['docker', { '/.dockerenv': '' }, {}],
    ['docker', { '/proc/1/cgroup': '12:pids:/docker/0123abc' }, {}],
    ['podman', { '/run/.containerenv': '' }, {}],
    ['kubernetes', { '/.dockerenv': '' }, { KUBERNETES_SERVICE_HOST: '10.0.0.1' }],
    ['kubernetes', { '/proc/1/cgroup': '0::/kubepods/besteffort' }, {}],
    ['lxc', {}, { container: 'lxc' }],
    [null, { '/proc/1/cgroup': '0::/init.scope' }, {}],
  ] as const)('%s is known by what it leaves about', (inside, files, env) => {
    expect(look(files, env)).toEqual({ inside, hasBridges: false })
  })

  it('may be beside this', () => {
    expect(look({}, {}, ['eth0', 'docker0'])).toEqual({ inside: null, hasBridges: true })
    expect(look({ '/.dockerenv': '' }, {}, ['eth0', 'docker0'])).toMatchObject({ hasBridges: false })
  })
})
