import { spawnSync } from 'node:child_process'

/** What gives a program a network of its own: this command in front of the program's. */
export const NAMESPACES = ['unshare', '--net', '--mount', '--propagation', 'private'] as const

/** May this process have such networks? They need root, in a container some more. */
export function namespacesPermitted(): boolean {
  const [unshare, ...options] = NAMESPACES
  return spawnSync(unshare, [...options, 'true']).status === 0
}
