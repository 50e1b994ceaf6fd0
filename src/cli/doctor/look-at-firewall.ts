import type { Disk } from '../units.ts'
import type { FirewallFact, FirewallRules } from './facts.ts'

const UFW = { settings: '/etc/ufw/ufw.conf', defaults: '/etc/default/ufw', rules: '/etc/ufw/user.rules' }
const UNITS_AT_START = '/etc/systemd/system/multi-user.target.wants'
const FIREWALLD = { unit: 'firewalld.service', settings: '/etc/firewalld/firewalld.conf' }
const ZONE_FOLDERS = ['/etc/firewalld/zones', '/usr/lib/firewalld/zones']
/** firewalld has a service of this name, with the port in it. */
const SERVICES = ['plex', 'plexmediaserver']
const PLEX_PORT = 32_400

/**
 * What the settings of ufw and firewalld say about a port. They are read and not asked for, so that no program is run;
 * what others have put into the kernel is not seen.
 */
export function lookAtFirewall(port: number, platform: NodeJS.Platform, disk: Disk): FirewallFact {
  if (platform !== 'linux') return { kind: 'not-seen' }
  if (/^ENABLED=yes\b/im.test(disk.read(UFW.settings) ?? ''))
    return { kind: 'ufw', rules: ufwRules(port, disk) }
  if (disk.list(UNITS_AT_START).includes(FIREWALLD.unit)) {
    return { kind: 'firewalld', rules: firewalldRules(port, disk) }
  }
  return { kind: 'none' }
}

function ufwRules(port: number, { read }: Disk): FirewallRules {
  if (/^DEFAULT_INPUT_POLICY="?ACCEPT/m.test(read(UFW.defaults) ?? '')) return 'let-in'
  const rules = read(UFW.rules)
  if (rules === null) return 'hidden'
  // As in "### tuple ### allow tcp 32400 0.0.0.0/0 any 192.168.1.0/24 in".
  const tuples = [...rules.matchAll(/^### tuple ### (\w+) (\w+) (\S+) .* in\S*$/gm)]
  const letsIn = tuples.some(
    ([, action = '', protocol = '', ports = '']) =>
      /^(allow|limit)/.test(action) && protocol !== 'udp' && isAmong(port, ports),
  )
  return letsIn ? 'let-in' : 'keep-out'
}

/** `any`, or numbers and ranges with commas between them. */
function isAmong(port: number, ports: string): boolean {
  return (
    ports === 'any' ||
    ports.split(',').some((part) => {
      const [from = NaN, to = from] = part.split(/[:-]/).map(Number)
      return from <= port && port <= to
    })
  )
}

function firewalldRules(port: number, { read }: Disk): FirewallRules {
  const settings = read(FIREWALLD.settings)
  if (settings === null) return 'hidden'
  const [, zone = 'public'] = /^DefaultZone=([\w-]+)/m.exec(settings) ?? []
  const text = ZONE_FOLDERS.map((folder) => read(`${folder}/${zone}.xml`)).find((each) => each !== null)
  if (text == null) return 'hidden'
  const services = [...text.matchAll(/<service name="([^"]*)"/g)].map(([, name = '']) => name)
  const ports = [...text.matchAll(/<port\b[^>]*>/g)].map(([element]) => element)
  const letsIn =
    /<zone\b[^>]*target="ACCEPT"/.test(text) ||
    (port === PLEX_PORT && services.some((name) => SERVICES.includes(name))) ||
    ports.some(
      (element) =>
        element.includes('protocol="tcp"') && isAmong(port, /\bport="([^"]*)"/.exec(element)?.[1] ?? ''),
    )
  return letsIn ? 'let-in' : 'keep-out'
}
