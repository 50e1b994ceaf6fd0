import { cp, mkdir, mkdtemp, readdir, realpath, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NOT_COPIED =
  /^(\.git|node_modules|dist|dist-node|dist-executables|dist-deb|release|coverage|tests|.*\.tgz)$/

/** The project with nothing built in it, in a folder of its own: what a test builds there leaves `dist/` alone. */
export async function projectCopy(): Promise<string> {
  const copy = await realpath(await mkdtemp(join(tmpdir(), 'setup-plex-copy-')))
  await cp(ROOT, copy, {
    recursive: true,
    filter: (from) => !NOT_COPIED.test(relative(ROOT, from)),
  })
  // One link for each package: an `npm ci` in the copy would empty a linked folder, and so the project's own.
  const [packages, linked] = [join(ROOT, 'node_modules'), join(copy, 'node_modules')]
  await mkdir(linked)
  const names = (await readdir(packages)).filter((name) => !name.startsWith('.vite'))
  await Promise.all(names.map((name) => symlink(join(packages, name), join(linked, name), 'junction')))
  return copy
}
