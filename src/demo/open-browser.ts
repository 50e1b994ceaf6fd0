import { spawn } from 'node:child_process'

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly interactive: boolean
}

/** The command that opens an address in the person's browser; null where nobody sits in front of a screen. */
export function openerFor({ env, platform, interactive }: Surroundings): readonly string[] | null {
  if (!interactive || (env['CI'] ?? '') !== '') return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '""']
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null
}

/** Opens the address if that is possible; says nothing if it is not, because the address is on the screen too. */
export function openBrowser(address: string): void {
  const interactive = process.stdout.isTTY
  const [command, ...args] = openerFor({ env: process.env, platform: process.platform, interactive }) ?? []
  if (command === undefined) return
  const opener = spawn(command, [...args, address], {
    stdio: 'ignore',
    detached: true,
    windowsVerbatimArguments: true,
  })
  opener.on('error', () => {})
  opener.unref()
}
