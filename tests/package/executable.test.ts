// @vitest-environment node
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { faultIn } from '../../src/build/executables/check-executable.ts'
import { commandProgram } from '../../src/build/executables/command-program.ts'
import { putLicences } from '../../src/build/node-licences.ts'
import { makeExecutable, type Inside } from '../../src/build/executables/make-executable.ts'
import { TARGETS } from '../../src/build/executables/targets.ts'
import { commandLines } from '../build/command-lines.ts'
import { namespacesPermitted } from '../browser/network/namespaces.ts'
import { start } from './command.ts'
import { expectFive, findsInNetworks, otherNode, writesAndServes } from './other-nodes.ts'
import { expectFollowed, followed } from './watching.ts'

const run = promisify(execFile)
/** 4 s, where nothing else is at work. */
const MADE_WITHIN_MS = 120_000
const [target = null] = TARGETS.filter(({ name }) => name === 'linux-x64')
if (target === null) throw new Error('there is no executable for Linux on x64')
const node = await otherNode(target.node, 'the executable for Linux on x64')
const linesOf = (document: string): readonly string[] =>
  commandLines([]).flatMap((each) => (each.document === document ? [each.line] : []))
const permitted = namespacesPermitted()
if (!permitted) console.warn('NOT RUN: the executable in a network, for want of network namespaces (root).')

describe.runIf(node !== null)('the executable for Linux on x64', () => {
  let folder: string
  let file: string
  let inside: Inside
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'executable ü-'))
    file = join(folder, target.file)
    const own = join(inject('installed'), 'node_modules/setup-plex')
    inside = {
      program: await commandProgram(),
      page: readFileSync(join(own, 'dist/Setup Plex.html'), 'utf8'),
      about: readFileSync(join(own, 'package.json'), 'utf8'),
    }
    writeFileSync(file, await makeExecutable(target, inside), { mode: 0o755 })
  }, MADE_WITHIN_MS)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('needs no Node, and no file beside it', async () => {
    const { version } = JSON.parse(inside.about) as { readonly version: string }
    const { stdout, stderr } = await run(file, ['--version'], { cwd: '/', env: { PATH: '/nowhere' } })
    expect([stdout, stderr]).toEqual([`${version}\n`, ''])
  })

  test('has the terms of the Node inside it beside it, and of what is inside that', async () => {
    await putLicences(folder)
    const terms = readFileSync(join(folder, 'LICENSE.txt'), 'utf8')
    expect(terms).toContain('The Setup Plex authors')
    expect(terms).toContain('Node.js is licensed for use as follows:')
    for (const part of ['V8', 'OpenSSL', 'libuv', 'ICU']) expect(terms).toContain(part)
  })

  test('is used as docs/executables.md says', async () => {
    const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
    writeFileSync(join(folder, 'SHA256SUMS'), `${sum}  ${target.file}\n${sum}  of-another-system\n`)
    const lines = linesOf('docs/executables.md').filter((line) => /^(sha256sum|chmod|\.\/)/.test(line))
    expect(lines).toHaveLength(3)
    const { stdout } = await run('sh', ['-ec', lines.join('\n')], { cwd: folder })
    expect(stdout).toMatch(/^setup-plex-linux-x64: OK\nsetup-plex helps/)
  })

  test('asks for a C library no newer than the one that docs/executables.md names', () => {
    const bytes = readFileSync(file)
    const asked: number[] = []
    for (let at = bytes.indexOf('GLIBC_2.'); at >= 0; at = bytes.indexOf('GLIBC_2.', at + 1)) {
      asked.push(Number(/^GLIBC_2\.(\d+)/.exec(bytes.toString('latin1', at, at + 11))?.[1] ?? 0))
    }
    expect(Math.max(...asked)).toBe(28)
    expect(readFileSync('docs/executables.md', 'utf8')).toContain('with glibc 2.28')
  })

  test('runs no code that the environment names', async () => {
    const more = join(folder, 'more.cjs')
    writeFileSync(more, 'console.log("more")')
    const { ended } = start(['--version'], { NODE_OPTIONS: `--require "${more}"` }, file)
    expect((await ended).said).not.toContain('more')
  })

  test('writes and serves the page of the package', () => writesAndServes(file))

  test('is the same, to the byte, when it is made again', { timeout: MADE_WITHIN_MS }, async () => {
    const again = await makeExecutable(target, inside)
    expect(again.equals(readFileSync(file))).toBe(true)
  })

  test('holds what it should, and is for Linux on x64 alone', () => {
    const bytes = readFileSync(file)
    const parts = [Buffer.from(inside.program), Buffer.from(inside.page)]
    expect(faultIn(bytes, target, parts)).toBeNull()
    expect(faultIn(bytes, target, [...parts, Buffer.from('not in it')])).toContain('not in it')
    for (const other of TARGETS.filter(({ name }) => name !== target.name)) {
      expect(faultIn(bytes, other, parts)).toContain(`no program for ${other.name}`)
    }
  })

  test.runIf(permitted).concurrent('finds five servers in three networks', { timeout: 60_000 }, async () => {
    expectFive(await findsInNetworks([file]))
  })

  test
    .runIf(permitted)
    .concurrent('keeps the page up to date while its network changes', { timeout: 90_000 }, async () => {
      expectFollowed(await followed(file))
    })
})
