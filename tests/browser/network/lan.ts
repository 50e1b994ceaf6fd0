import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { HOSTS, PUBLIC, type HostName } from './places.ts'

const run = promisify(execFile)

const PERSON = { v4: '192.168.50.2', v6: 'fd50::2' }
const ROUTER = '192.168.50.1'

/**
 * A home network. In namespaces of this process, which nothing leaves; or, where those are not permitted, on
 * loopback addresses, where cables, firewalls and address changes cannot be had and rows that need them don't run.
 */
export interface Lan {
  /** The command that runs a program on a host. */
  inside(host: HostName | 'public'): readonly string[]
  cable(host: HostName, state: 'in' | 'out'): Promise<void>
  /** The person's own network connection. */
  connection(state: 'up' | 'down'): Promise<void>
  /** Lets a firewall on the host drop what comes to the servers' port, or lets all through again. */
  firewall(host: HostName, state: 'drops' | 'off'): Promise<void>
  /** DHCP gives the host another address. */
  move(host: HostName, from: string, to: string): Promise<void>
  /** Every cable in, every firewall off, every host at its own address. */
  heal(): Promise<void>
}

const ip = (...args: string[]): Promise<unknown> => run('ip', args)
const at = (name: string, ...args: string[]): Promise<unknown> => run('ip', ['-n', name, ...args])

/** Builds the network. Must run as root of network and mount namespaces of its own (`namespaces.ts`). */
export async function buildLan(): Promise<Lan> {
  await run('mkdir', ['-p', '/run/netns'])
  await run('mount', ['-t', 'tmpfs', 'tmpfs', '/run/netns'])
  await ip('link', 'set', 'lo', 'up')
  await ip('netns', 'add', 'router')
  await at('router', 'link', 'add', 'switch', 'type', 'bridge')
  await at('router', 'addr', 'add', `${ROUTER}/24`, 'dev', 'switch')
  await at('router', 'link', 'set', 'switch', 'up')
  await run('ip', ['netns', 'exec', 'router', 'sysctl', '-qw', 'net.ipv4.ip_forward=1'])

  // The person's computer is this process's own namespace: that is where the browser runs.
  await ip('link', 'add', 'lan0', 'type', 'veth', 'peer', 'name', 'to-person', 'netns', 'router')
  await ip('addr', 'add', `${PERSON.v4}/24`, 'dev', 'lan0')
  await ip('-6', 'addr', 'add', `${PERSON.v6}/64`, 'dev', 'lan0', 'nodad')
  await ip('link', 'set', 'lan0', 'up')
  await ip('route', 'add', 'default', 'via', ROUTER)
  await at('router', 'link', 'set', 'to-person', 'master', 'switch', 'up')

  for (const [name, { v4, v6 }] of Object.entries(HOSTS)) {
    await plugIn(name, 'switch')
    await at(name, 'addr', 'add', `${v4}/24`, 'dev', 'eth0')
    await at(name, '-6', 'addr', 'add', `${v6}/64`, 'dev', 'eth0', 'nodad')
    await at(name, 'route', 'add', 'default', 'via', ROUTER)
  }
  await plugIn('public', null)
  await at('router', 'addr', 'add', '203.0.113.1/24', 'dev', 'to-public')
  await at('public', 'addr', 'add', `${PUBLIC}/24`, 'dev', 'eth0')
  await at('public', 'route', 'add', 'default', 'via', '203.0.113.1')

  // What a row did something to; the others need no healing.
  const touched = new Set<HostName | 'person'>()
  const lan: Lan = {
    inside: (host) => ['ip', 'netns', 'exec', host],
    cable: async (host, state) => {
      touched.add(host)
      await at('router', 'link', 'set', `to-${host}`, state === 'in' ? 'up' : 'down')
    },
    connection: async (state) => {
      touched.add('person')
      await ip('link', 'set', 'lan0', state)
      // Taking a link down drops its routes and its IPv6 address.
      if (state === 'down') return
      await ip('-6', 'addr', 'replace', `${PERSON.v6}/64`, 'dev', 'lan0', 'nodad')
      await ip('route', 'replace', 'default', 'via', ROUTER)
    },
    firewall: async (host, state) => {
      touched.add(host)
      const nft = (rules: string): Promise<unknown> => run('ip', ['netns', 'exec', host, 'nft', rules])
      await nft('add table inet wall; delete table inet wall')
      if (state === 'off') return
      await nft(
        'add table inet wall; add chain inet wall in { type filter hook input priority 0; }; ' +
          'add rule inet wall in tcp dport 32400 drop',
      )
    },
    move: async (host, from, to) => {
      touched.add(host)
      await at(host, 'addr', 'del', `${from}/24`, 'dev', 'eth0')
      await at(host, 'addr', 'replace', `${to}/24`, 'dev', 'eth0')
      await at(host, 'route', 'replace', 'default', 'via', ROUTER)
    },
    heal: async () => {
      for (const name of touched) {
        if (name === 'person') {
          await lan.connection('up')
          continue
        }
        await lan.cable(name, 'in')
        await lan.firewall(name, 'off')
        await at(name, '-4', 'addr', 'flush', 'dev', 'eth0')
        await at(name, 'addr', 'add', `${HOSTS[name].v4}/24`, 'dev', 'eth0')
        await at(name, 'route', 'replace', 'default', 'via', ROUTER)
      }
      touched.clear()
    },
  }
  return lan
}

async function plugIn(name: string, into: string | null): Promise<void> {
  await ip('netns', 'add', name)
  await at(name, 'link', 'set', 'lo', 'up')
  await at(name, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', `to-${name}`, 'netns', 'router')
  await at(name, 'link', 'set', 'eth0', 'up')
  const peer = ['link', 'set', `to-${name}`, ...(into === null ? [] : ['master', into]), 'up']
  await at('router', ...peer)
}

/** The stand-in without namespaces. Asking it for what it hasn't got is a mistake in a row: it lacks `needs`. */
export function loopbackLan(): Lan {
  const impossible = (): Promise<never> => Promise.reject(new Error('This needs network namespaces'))
  return {
    inside: () => [],
    cable: impossible,
    connection: impossible,
    firewall: impossible,
    move: impossible,
    heal: () => Promise.resolve(),
  }
}
