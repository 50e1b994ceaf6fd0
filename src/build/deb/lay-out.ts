import { createHash } from 'node:crypto'
import { chmod, copyFile, cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { controlText, debianChangelog, type DebFacts } from './control-texts.ts'

const HERE = import.meta.dirname
const SCRIPTS = ['postinst', 'prerm', 'postrm']
const DOCS = 'usr/share/doc/setup-plex'
/** In the unpacked package. */
const MANUAL = 'dist-node/setup-plex.1'

/** What goes into the Debian package. */
export type Contents = {
  /** The unpacked package of npm. */
  readonly unpacked: string
  /** A program that carries its own Node; null where the system's is to run it. */
  readonly executable: string | null
  /** The terms of what such a program carries. */
  readonly licences: string | null
}

/** Lays out in an empty folder what `dpkg-deb --build` makes a package of. */
export async function layOut(
  root: string,
  { unpacked, executable, licences }: Contents,
  facts: DebFacts,
): Promise<void> {
  const from = (name: string): string => join(unpacked, name)
  const put = async (path: string, bytes: Buffer | string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), bytes)
  }
  const program =
    executable === null ? await layOutScript(root, unpacked) : await layOutProgram(root, executable)
  await mkdir(join(root, 'usr/bin'), { recursive: true })
  await symlink(relative('usr/bin', program), join(root, 'usr/bin/setup-plex'))

  await put(
    'usr/lib/systemd/system/setup-plex.service',
    await readFile(from('docs/examples/setup-plex.service')),
  )
  await put(`${DOCS}/README.Debian`, await readFile(join(HERE, 'README.Debian')))
  const notices = await readFile(from('THIRD-PARTY-NOTICES.txt'), 'utf8')
  await put(`${DOCS}/copyright`, licences === null ? notices : `${notices}\n${licences}`)
  await put(`${DOCS}/changelog.gz`, zipped(await readFile(from('CHANGELOG.md'))))
  await put(`${DOCS}/changelog.Debian.gz`, zipped(Buffer.from(debianChangelog(facts))))
  await put('usr/share/man/man1/setup-plex.1.gz', zipped(await readFile(from(MANUAL))))

  const files = await filesBelow(root)
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(root, file))).size))
  await put(
    'DEBIAN/control',
    controlText(facts, Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024)),
  )
  await put('DEBIAN/md5sums', (await Promise.all(files.map((file) => sumOf(root, file)))).join(''))
  for (const name of SCRIPTS) await put(`DEBIAN/${name}`, await readFile(join(HERE, `${name}.sh`)))
  await setModes(root, [program, ...SCRIPTS.map((name) => `DEBIAN/${name}`)])
}

/**
 * The page, and the command as a script. Types are for programs that use the library, which npm brings; the manual has a
 * place of its own.
 */
async function layOutScript(root: string, unpacked: string): Promise<string> {
  const folder = 'usr/share/setup-plex'
  await mkdir(join(root, folder), { recursive: true })
  await copyFile(join(unpacked, 'package.json'), join(root, folder, 'package.json'))
  await cp(join(unpacked, 'dist'), join(root, folder, 'dist'), { recursive: true })
  await cp(join(unpacked, 'dist-node'), join(root, folder, 'dist-node'), {
    recursive: true,
    filter: (path) => !['dist-node/types', MANUAL].some((name) => path === join(unpacked, name)),
  })
  const program = join(folder, 'dist-node/setup-plex.js')
  const text = await readFile(join(root, program), 'utf8')
  // The system's own Node, and no other that comes first in somebody's PATH.
  await writeFile(join(root, program), text.replace(/^#!.*/, '#!/usr/bin/node'))
  return program
}

async function layOutProgram(root: string, executable: string): Promise<string> {
  const program = 'usr/lib/setup-plex/setup-plex'
  await mkdir(dirname(join(root, program)), { recursive: true })
  await copyFile(executable, join(root, program))
  return program
}

/** Without name and date in its head. */
function zipped(bytes: Buffer): Buffer {
  return gzipSync(bytes, { level: 9 })
}

/** All regular files, by their paths from the root, in one order everywhere. */
async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

async function sumOf(root: string, file: string): Promise<string> {
  return `${createHash('md5')
    .update(await readFile(join(root, file)))
    .digest('hex')}  ${file}\n`
}

/** Whatever the rights of new files are for who runs this. */
async function setModes(root: string, programs: readonly string[]): Promise<void> {
  await chmod(root, 0o755)
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) continue
    await chmod(path, entry.isDirectory() || programs.includes(relative(root, path)) ? 0o755 : 0o644)
  }
}
