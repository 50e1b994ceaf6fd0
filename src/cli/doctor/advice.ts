import type { DoctorFacts } from './facts.ts'
import type { CheckName, FoundIn } from './found.ts'

/** What is said about one check: what was seen, and what to do about it. */
export type Advice = { readonly says: string; readonly todo?: readonly string[] }

/** The words for everything that this check may find. */
export type AdviceOn<C extends CheckName> = Readonly<Record<FoundIn<C>, (facts: DoctorFacts) => Advice>>

/** Where `--server` names another computer. */
export const ELSEWHERE = (): Advice => ({
  says: 'The rest is not looked at, because the server is on another computer; run this there.',
})

/** A path as a terminal may show it: a name may hold characters that do something there. */
export function shown(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?')
}

export function portOf({ server }: Pick<DoctorFacts, 'server'>): number {
  const { port, protocol } = new URL(server)
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}

/** The line that writes the page for this very server, as the user who may. */
export function writeLine({ server, dataDir, own, platform }: DoctorFacts): string {
  const folder = own?.folder
  const isOthers = folder?.kind === 'there' && folder.access === 'owner-only'
  const words = [
    ...(isOthers && platform !== 'win32' ? ['sudo'] : []),
    'setup-plex write',
    ...(server === 'http://127.0.0.1:32400' ? [] : [`--server ${server}`]),
    ...(dataDir === null ? [] : [`--data-dir "${shown(dataDir)}"`]),
  ]
  return words.join(' ')
}
