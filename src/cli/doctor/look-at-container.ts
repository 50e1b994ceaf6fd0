import type { Computer } from '../data-folder.ts'
import { isBridge, type Interfaces } from '../own-addresses.ts'
import type { ContainerFact } from './facts.ts'

/** What this program runs in, by what each of them leaves lying about. */
export function lookAtContainer(
  interfaces: Interfaces,
  { env, exists, read }: Pick<Computer, 'env' | 'exists' | 'read'>,
): ContainerFact {
  const groups = read('/proc/1/cgroup') ?? ''
  const signs: readonly (readonly [NonNullable<ContainerFact['inside']>, boolean])[] = [
    ['kubernetes', env['KUBERNETES_SERVICE_HOST'] !== undefined || groups.includes('kubepods')],
    ['podman', exists('/run/.containerenv')],
    ['docker', exists('/.dockerenv') || groups.includes('/docker')],
    ['lxc', env['container'] === 'lxc' || groups.includes('/lxc/')],
  ]
  const [inside = null] = signs.find(([, holds]) => holds) ?? []
  return { inside, hasBridges: inside === null && Object.keys(interfaces).some(isBridge) }
}
