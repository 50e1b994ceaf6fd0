// @vitest-environment node
import { execFileSync, spawn } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { addressForTelephones } from '../../src/cli/serve/for-telephones.ts'
import { colouredLinesOf, readOffTerminal } from '../cli/serve/terminal-screen.ts'
import { program } from './command.ts'

/** The one of util-linux, which gives a program a terminal. Others take other words. */
const HAS_SCRIPT = ((): boolean => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux')
  } catch {
    return false
  }
})()
const AT_HOME = addressForTelephones({ ip: '0.0.0.0', port: 1 }, networkInterfaces()) !== null

const running: (() => void)[] = []
afterEach(() => {
  for (const end of running.splice(0)) end()
})

type Screen = { readonly columns?: number; readonly env?: Readonly<Record<string, string>> }

/** What the installed command shows in a terminal, once it serves and has said what it says of a server that is not there. */
async function shown(args: readonly string[], { columns = 80, env = {} }: Screen = {}): Promise<string> {
  const line = ['serve', '--server', 'http://127.0.0.1:9', ...args].map((each) => `'${each}'`).join(' ')
  const child = spawn(
    'script',
    ['-qefc', `stty cols ${columns} rows 40; exec '${program()}' ${line}`, '/dev/null'],
    {
      cwd: inject('installed'),
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  running.push(() => child.kill('SIGTERM'))
  let screen = ''
  child.stdout.on('data', (chunk: Buffer) => (screen += chunk.toString()))
  await expect.poll(() => screen, { timeout: 10_000 }).toContain('The page is served all the same')
  return screen
}

describe.skipIf(!HAS_SCRIPT)('serve in a terminal', () => {
  test.skipIf(!AT_HOME)('shows the address to telephones, and who may use it', async () => {
    const screen = await shown(['--listen', '0.0.0.0:0'])
    const [, address = 'no address'] = /For telephones in the same network: (\S+)/.exec(screen) ?? []
    expect(address).not.toMatch(/0\.0\.0\.0|127\.0\.0\.1|localhost/)
    expect(readOffTerminal(screen)).toBe(address)
    expect(screen).toContain('Everybody who opens it can use a claim code.')
  })

  test.skipIf(!AT_HOME)('leaves it out where it was told to, and where it can not be read', async () => {
    for (const screen of await Promise.all([
      shown(['--listen', '0.0.0.0:0', '--no-qr']),
      shown(['--listen', '0.0.0.0:0'], { columns: 20 }),
      shown(['--listen', '0.0.0.0:0'], { env: { NO_COLOR: '1' } }),
      shown(['--listen', '0.0.0.0:0'], { env: { TERM: 'dumb' } }),
    ])) {
      expect(colouredLinesOf(screen)).toEqual([])
      expect(screen).not.toContain('telephone')
    }
  })

  test('says that no telephone reaches this computer alone, and how one would', async () => {
    const screen = await shown(['--listen', '127.0.0.1:0'])
    expect(colouredLinesOf(screen)).toEqual([])
    expect(screen).toContain('No telephone reaches the page')
    expect(screen).toContain('--listen')
  })
})
