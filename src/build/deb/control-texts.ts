/** What the texts of the package say. */
export type DebFacts = {
  /** As in package.json. */
  readonly version: string
  /** `all` where it runs on the Node of the system. */
  readonly architecture: 'all' | 'amd64' | 'arm64'
  /** As in `Name <name@host>`. */
  readonly maintainer: string
  /** What dates there are in the package, in seconds since 1970. */
  readonly dateS: number
}

/** Node's own programs are linked with these, and made for systems from these versions on. */
const LIBRARIES = 'libatomic1, libc6 (>= 2.28), libgcc-s1, libstdc++6 (>= 8)'
const DEPENDS = { all: 'nodejs (>= 20.19)', amd64: LIBRARIES, arm64: LIBRARIES } as const

/** In Debian's order a version before another one ends with `~`. */
function debianVersion(version: string): string {
  return `${version.replace('-', '~')}-1`
}

export function debName({ version, architecture }: DebFacts): string {
  return `setup-plex_${debianVersion(version)}_${architecture}.deb`
}

export function controlText(facts: DebFacts, installedKiB: number): string {
  const { version, architecture, maintainer } = facts
  return `Package: setup-plex
Version: ${debianVersion(version)}
Architecture: ${architecture}
Maintainer: ${maintainer}
Installed-Size: ${installedKiB}
Depends: ${DEPENDS[architecture]}
Enhances: plexmediaserver
Section: net
Priority: optional
${architecture === 'all' ? 'Multi-Arch: foreign\n' : ''}Description: find a media server and see it through being claimed
 A media server must be claimed, that is linked to an account, before it can be
 used. This command finds servers in the network, and writes or serves the page
 that sees a person through it. A unit of systemd keeps the page up to date
 beside a server on this computer; it is not enabled until somebody says so.
`
}

/** Debian's own list of changes: what is new in the program stands in the other one. */
export function debianChangelog({ version, maintainer, dateS }: DebFacts): string {
  const date = new Date(dateS * 1_000).toUTCString().replace('GMT', '+0000')
  return `setup-plex (${debianVersion(version)}) unstable; urgency=medium

  * Version ${version}; what is new in it stands in changelog.gz.

 -- ${maintainer}  ${date}
`
}
