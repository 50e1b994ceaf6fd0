/** Does this reason of the system mean that macOS lets this program reach nobody in the network? (protocol.md §8) */
export function meansKeptOff(code: string, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && code === 'EHOSTUNREACH'
}
