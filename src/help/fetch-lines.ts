import type { Place } from '../server/place.ts'
import type { System } from '../server/systems.ts'

/**
 * Brings the file to the computer where they are run: a copy that the person may read, over here, and away again.
 * Quoted for cmd.exe, PowerShell and sh alike. Nothing is redirected: PowerShell would write other bytes, and the
 * page's policy forbids a page that was changed.
 */
export function fetchLines(place: Place, { folder }: System): readonly string[] {
  const copy = `${place === 'docker' ? "docker cp '<container>:" : "cp '"}${folder}/Setup Plex.html'`
  return [
    `ssh -t <user>@<server> "sudo ${copy} setup-plex.html && sudo chown <user> setup-plex.html"`,
    'scp <user>@<server>:setup-plex.html "Setup Plex.html"',
    'ssh <user>@<server> "rm setup-plex.html"',
  ]
}
