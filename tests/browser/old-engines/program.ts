import { fileFromNpm, NotHere } from '../../../src/build/from-npm.ts'
import type { OldEngine } from './engines.ts'

/** The engine's program on this computer, fetched where it is missing: 130 MB each. */
export async function programOf({ version, spec, sha256 }: OldEngine): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new NotHere('it is a program for Linux on x64')
  const kept = `old-engines/${version}-${sha256.slice(0, 12)}/chromium`
  return fileFromNpm({ spec, inside: 'bin/chromium.br', sha256 }, kept)
}
