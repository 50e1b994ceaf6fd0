import { LICENCES } from '../node-licences.ts'

/** What makes more files for a download page, each by a script of package.json that writes into a folder of its own. */
type Maker = {
  readonly script: string
  readonly folder: string
  readonly what: string
  /** What the script is told, with the file of the package that was packed. */
  readonly args: (tarball: string) => readonly string[]
}

export const MAKERS: readonly Maker[] = [
  {
    script: 'executables',
    folder: 'dist-executables',
    what: 'The command as one program, without Node',
    args: () => [],
  },
  {
    script: 'deb',
    folder: 'dist-deb',
    what: 'The command for Debian and Ubuntu',
    args: (tarball) => ['--package', tarball, '--out', 'dist-deb'],
  },
]

/** What a file of a maker is, for people; null for its list of sums, since the release has one of all files. */
export function wordsFor(what: string, path: string): string | null {
  if (path === 'SHA256SUMS') return null
  return path === LICENCES ? `${what}: the licences of what is in it` : what
}

/** Which of these there are, by the scripts of package.json, and which there are not. */
export function makersIn(scripts: Readonly<Record<string, string>>): {
  readonly there: readonly Maker[]
  readonly missing: readonly Maker[]
} {
  return {
    there: MAKERS.filter(({ script }) => script in scripts),
    missing: MAKERS.filter(({ script }) => !(script in scripts)),
  }
}
