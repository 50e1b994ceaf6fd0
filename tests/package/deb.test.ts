// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeDeb, type DebOrder } from '../../src/build/deb/make-deb.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const there = spawnSync('dpkg-deb', ['--version']).status === 0
if (!there) console.warn('NOT RUN: the Debian package, for want of dpkg-deb.')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup plex deb-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Makes a package of the one of npm, in a folder of its own. */
async function built(out: string, order: DebOrder = {}, env: NodeJS.ProcessEnv = {}): Promise<string> {
  mkdirSync(join(folder, out))
  const dated = { ...process.env, SOURCE_DATE_EPOCH: '1790000000', ...env }
  return makeDeb({ package: inject('tarball'), out: join(folder, out), ...order }, dated)
}
const field = (deb: string, name: string): string =>
  execFileSync('dpkg-deb', ['--field', deb, name], { encoding: 'utf8' }).trim()

describe.runIf(there)('npm run deb', () => {
  let deb: string
  /** Its files and its control files, unpacked. */
  let root: string
  const inRoot = (path: string): string => join(root, path)
  const text = (path: string): string => readFileSync(inRoot(path), 'utf8')
  beforeAll(async () => {
    deb = await built('one')
    root = join(folder, 'root')
    execFileSync('dpkg-deb', ['--raw-extract', deb, root])
  }, 60_000)

  test('gives the same bytes twice, whatever rights new files have', async () => {
    const before = process.umask(0o077)
    const again = await built('two').finally(() => process.umask(before))
    expect(basename(again)).toMatch(/^setup-plex_[\d.]+-1_all\.deb$/)
    expect(readFileSync(again).equals(readFileSync(deb))).toBe(true)
  })

  test('says what it is and what it needs', () => {
    const { version, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string
      engines: { node: string }
    }
    expect(field(deb, 'Version')).toBe(`${version.replace('-', '~')}-1`)
    expect(field(deb, 'Depends')).toBe(`nodejs (${engines.node.replace('>=', '>= ')})`)
    expect(field(deb, 'Architecture')).toBe('all')
    expect(Number(field(deb, 'Installed-Size'))).toBeGreaterThan(500)
  })

  test('has the files of the package, under the names that Debian has for them', () => {
    const unpacked = join(inject('installed'), 'node_modules/setup-plex')
    for (const name of ['dist/Setup Plex.html', 'package.json'])
      expect(text(join('usr/share/setup-plex', name))).toBe(readFileSync(join(unpacked, name), 'utf8'))
    expect(text('usr/lib/systemd/system/setup-plex.service')).toBe(
      readFileSync(join(ROOT, 'docs/examples/setup-plex.service'), 'utf8'),
    )
    expect(text('usr/share/doc/setup-plex/copyright')).toContain('The Setup Plex authors')
    const news = gunzipSync(readFileSync(inRoot('usr/share/doc/setup-plex/changelog.gz'))).toString()
    expect(news).toBe(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))
    const manual = gunzipSync(readFileSync(inRoot('usr/share/man/man1/setup-plex.1.gz'))).toString()
    expect(manual).toBe(readFileSync(join(unpacked, 'dist-node/setup-plex.1'), 'utf8'))
    expect(existsSync(inRoot('usr/share/setup-plex/dist-node/setup-plex.1'))).toBe(false)
  })

  test('starts the command on the Node of the system', () => {
    expect(readlinkSync(inRoot('usr/bin/setup-plex'))).toBe('../share/setup-plex/dist-node/setup-plex.js')
    expect(text('usr/bin/setup-plex')).toMatch(/^#!\/usr\/bin\/node\n/)
    expect(statSync(inRoot('usr/bin/setup-plex')).mode & 0o777).toBe(0o755)
    const { stdout } = spawnSync(process.execPath, [inRoot('usr/bin/setup-plex'), '--version'], {
      encoding: 'utf8',
    })
    expect(`${stdout.trim()}-1`.replace(/-(?=.*-)/, '~')).toBe(field(deb, 'Version'))
  })

  test('knows the sum of each of its files', () => {
    const sums = text('DEBIAN/md5sums').trim().split('\n')
    expect(sums.length).toBeGreaterThan(8)
    for (const line of sums) {
      const [, sum, file = ''] = /^([0-9a-f]{32}) {2}(.+)$/.exec(line) ?? []
      expect(
        createHash('md5')
          .update(readFileSync(inRoot(file)))
          .digest('hex'),
        file,
      ).toBe(sum)
    }
  })

  test.each(['postinst', 'prerm', 'postrm'])(
    '%s is a script that a shell can read, and starts nothing',
    (name) => {
      expect(spawnSync('sh', ['-n', inRoot(`DEBIAN/${name}`)]).status).toBe(0)
      expect(statSync(inRoot(`DEBIAN/${name}`)).mode & 0o777).toBe(0o755)
      expect(text(`DEBIAN/${name}`)).not.toMatch(/\b(start|enable --now|restart)\b(?<!try-restart)/)
    },
  )

  test('packs a program that carries its own Node, and names who gives it away', async () => {
    const program = join(folder, 'setup-plex-program')
    const head = Buffer.alloc(64)
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]).copy(head)
    head.writeUInt16LE(183, 18)
    writeFileSync(program, head)
    writeFileSync(join(folder, 'LICENSE.txt'), 'Node.js is licensed for use as follows:')
    const arm = await built(
      'arm',
      { executable: program },
      { DEBFULLNAME: 'Ada', DEBEMAIL: 'ada@example.org' },
    )
    // Without these names, nobody's.
    expect([field(arm, 'Maintainer'), field(deb, 'Maintainer')]).toEqual([
      'Ada <ada@example.org>',
      expect.stringContaining('.invalid>'),
    ])
    expect(basename(arm)).toMatch(/_arm64\.deb$/)
    expect(field(arm, 'Depends')).not.toContain('nodejs')
    const list = execFileSync('dpkg-deb', ['--contents', arm], { encoding: 'utf8' })
    expect(list).toMatch(/^-rwxr-xr-x root\/root .* \.\/usr\/lib\/setup-plex\/setup-plex$/m)
    expect(list).toContain('./usr/bin/setup-plex -> ../lib/setup-plex/setup-plex')
    expect(list).not.toContain('.js')
    const copyright = execFileSync('sh', [
      '-c',
      'dpkg-deb --fsys-tarfile "$1" | tar -xO ./usr/share/doc/setup-plex/copyright',
      'sh',
      arm,
    ]).toString()
    expect(copyright).toContain('The Setup Plex authors')
    expect(copyright).toContain('Node.js is licensed for use as follows:')
  })

  test('a program without the licence of the Node inside it goes into no package', async () => {
    const alone = join(folder, 'alone')
    mkdirSync(alone)
    const program = join(alone, 'setup-plex')
    writeFileSync(program, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, ...Array<number>(12).fill(0), 183, 0]))
    await expect(built('unlicensed', { executable: program })).rejects.toThrow(
      /^LICENSE\.txt is not beside .*has to hold the licence of the Node inside/,
    )
    expect(readdirSync(join(folder, 'unlicensed'))).toEqual([])
  })

  test.each([
    [{ executable: 'README.md' }, {}, /README\.md is no program for Linux/],
    [{}, { SOURCE_DATE_EPOCH: 'today' }, /^SOURCE_DATE_EPOCH takes seconds/],
  ])('%j %j: one sentence, and no package', async (order, env, sentence) => {
    const none = `none ${JSON.stringify(env)}`
    await expect(built(none, order, env)).rejects.toThrow(sentence)
    expect(readdirSync(join(folder, none))).toEqual([])
  })
})
