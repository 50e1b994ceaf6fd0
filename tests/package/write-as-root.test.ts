// @vitest-environment node
import { spawn } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { lchownSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startHost, type PretendHost } from '../../src/mocks/http-host.ts'
import { command, SENTENCE, start, type Running } from './command.ts'

const isRoot = process.getuid?.() === 0
if (!isRoot) console.warn('NOT RUN: setup-plex write as root, for want of root.')

const NAME = 'Setup Plex.html'
/** Users that no computer has. */
const [SERVER, OTHER] = [60_123, 60_124]
/** Has its data folder lead elsewhere and back again as fast as it can. */
const SWAP = `const { renameSync } = require('node:fs')
const [data, link, away] = process.argv.slice(1)
process.stdout.write('ready')
for (;;) {
  renameSync(data, away)
  renameSync(link, data)
  renameSync(data, link)
  renameSync(away, data)
}`

describe.runIf(isRoot)('write as root', () => {
  let top: string
  let home: string
  let data: string
  let host: PretendHost
  const running: Running[] = []
  beforeEach(async () => {
    top = mkdtempSync(join(tmpdir(), 'as-root-'))
    chmodSync(top, 0o755)
    home = folderOf(SERVER, top, 'home')
    data = folderOf(SERVER, home, 'Plex Media Server')
    host = await startHost({ behaviour: 'unclaimed' })
  })
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    await host.stop()
    rmSync(top, { recursive: true })
  })
  const write = (folder: string, ...more: readonly string[]) =>
    command('write', '--server', host.origin, '--data-dir', folder, ...more)

  test('the page belongs to whom the folder belongs', async () => {
    expect(await write(data)).toEqual({ code: 0, said: `${join(data, NAME)}\n`, complained: '' })
    expect(statSync(join(data, NAME))).toMatchObject({ uid: SERVER })
    expect(statSync(join(data, NAME)).mode & 0o777).toBe(0o600)
    expect(readdirSync(data)).toEqual([NAME])
  })

  test('a folder of root gets a page of root', async () => {
    const folder = folderOf(0, top, 'config')
    expect(await write(folder)).toMatchObject({ code: 0 })
    expect(statSync(join(folder, NAME))).toMatchObject({ uid: 0, gid: 0 })
  })

  test('links of root are followed', async () => {
    symlinkSync(home, join(top, 'link'))
    expect(await write(join(top, 'link', 'Plex Media Server'))).toMatchObject({ code: 0 })
    expect(statSync(join(data, NAME))).toMatchObject({ uid: SERVER })
  })

  test('a folder behind one that only root may enter is written all the same, and kept up to date', async () => {
    chmodSync(top, 0o700)
    running.push(start(['write', '--watch', '--server', host.origin, '--data-dir', data]))
    await expect.poll(() => lookAt(join(data, NAME)), { timeout: 5_000 }).toBe(SERVER)
    rmSync(join(data, NAME))
    await expect.poll(() => lookAt(join(data, NAME)), { timeout: 5_000 }).toBe(SERVER)
  })

  test.each([
    ['root', 0],
    ['another user', OTHER],
  ])('nothing is written into a folder of %s that the folder was made to lead to', async (_whose, uid) => {
    const victim = folderOf(uid, top, 'victim')
    rmSync(data, { recursive: true })
    symlinkSync(victim, data)
    lchownSync(data, SERVER, SERVER)
    const ended = await write(data)
    expect(readdirSync(victim)).toEqual([])
    expect(ended).toMatchObject({ code: 3, said: '' })
    expect(ended.complained).toMatch(SENTENCE)
  })

  test('nor into one inside a folder of somebody else, who could have it lead elsewhere', async () => {
    const inside = folderOf(OTHER, data, 'inside')
    const ended = await write(inside)
    expect(readdirSync(inside)).toEqual([])
    expect(ended).toMatchObject({ code: 3, said: '' })
    expect(ended.complained).toMatch(SENTENCE)
    expect(ended.complained).toContain(`sudo -u '#${OTHER}' setup-plex write`)
  })

  test(
    'nothing is written elsewhere while the owner swaps the folder for a link',
    { timeout: 60_000 },
    async () => {
      const victim = folderOf(0, top, 'victim')
      const link = join(home, 'link')
      symlinkSync(victim, link)
      lchownSync(link, SERVER, SERVER)
      const swapper = spawn(process.execPath, ['-e', SWAP, data, link, join(home, 'away')], {
        uid: SERVER,
        gid: SERVER,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const gone = new Promise((resolve) => swapper.once('exit', resolve))
      await new Promise((resolve) => swapper.stdout.once('data', resolve))
      const codes = new Set<number | null>()
      const endMs = performance.now() + 45_000
      for (let times = 0; times < 20 || (codes.size < 2 && performance.now() < endMs); times += 1)
        codes.add((await write(data)).code)
      swapper.kill('SIGKILL')
      await gone
      expect(readdirSync(victim)).toEqual([])
      // It is refused or done, and both have happened, or this would show nothing.
      expect(codes).toEqual(new Set([0, 3]))
    },
  )

  test('what runs on after the first page is not root any more', { timeout: 30_000 }, async () => {
    const program = start(['write', '--watch', '--server', host.origin, '--data-dir', data])
    running.push(program)
    await expect.poll(() => lookAt(join(data, NAME)), { timeout: 5_000 }).toBe(SERVER)
    const status = readFileSync(`/proc/${program.child.pid}/status`, 'utf8')
    // Real, effective, saved and for files: there is no way back.
    expect(status).toMatch(new RegExp(`^Uid:${`\t${SERVER}`.repeat(4)}$`, 'm'))
    expect(status).not.toMatch(/^Gid:.*\t0\b/m)
    expect(status).toMatch(/^Groups:\s*$/m)
    expect(status).toMatch(/^CapEff:\t0+$/m)
    // Afterwards no link leads it anywhere.
    const victim = folderOf(0, top, 'victim')
    renameSync(data, `${data}.away`)
    symlinkSync(victim, data)
    await pause(5_000)
    expect(readdirSync(victim)).toEqual([])
  })

  test('a folder that comes later is waited for with --watch', { timeout: 30_000 }, async () => {
    rmSync(data, { recursive: true })
    const program = start(['write', '--watch', '--server', host.origin, '--data-dir', data])
    running.push(program)
    await expect.poll(program.soFar, { timeout: 5_000 }).toContain('There is no folder')
    folderOf(SERVER, home, 'Plex Media Server')
    await expect.poll(() => lookAt(join(data, NAME)), { timeout: 8_000 }).toBe(SERVER)
  })

  test('what others may change in a folder of root leads the page nowhere', async () => {
    const open = folderOf(0, top, 'open')
    chmodSync(open, 0o777)
    const victim = folderOf(0, top, 'victim')
    writeFileSync(join(victim, 'precious'), 'precious')
    symlinkSync(join(victim, 'precious'), join(open, NAME))
    expect(await write(open)).toMatchObject({ code: 0 })
    expect(lstatSync(join(open, NAME)).isFile()).toBe(true)
    expect(readFileSync(join(victim, 'precious'), 'utf8')).toBe('precious')
  })
})

function folderOf(uid: number, ...path: readonly string[]): string {
  const folder = join(...path)
  mkdirSync(folder, { mode: 0o755 })
  chownSync(folder, uid, uid)
  return folder
}

/** Whose it is; null where it is not there. */
function lookAt(file: string): number | null {
  try {
    return lstatSync(file).uid
  } catch {
    return null
  }
}
