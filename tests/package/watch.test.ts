// @vitest-environment node
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { NAMESPACES, namespacesPermitted } from '../browser/network/namespaces.ts'
import { program } from './command.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('watch-lan.ts', import.meta.url))
const permitted = namespacesPermitted()
if (!permitted)
  console.warn('NOT RUN: write --watch in a changing network, for want of network namespaces (root).')

type Line = {
  readonly what: string
  readonly ms?: number | null
  readonly mode?: string
  readonly code?: number
}

test.runIf(permitted)(
  'write --watch follows the server and its addresses within 5 s',
  { timeout: 90_000 },
  async () => {
    const [unshare, ...options] = NAMESPACES
    const args = [...options, process.execPath, '--import', 'tsx', SCRIPT, program()]
    const { stdout } = await run(unshare, args)
    const lines = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
    console.log(lines.map(({ what, ms }) => `${what}: ${ms?.toFixed(0) ?? '–'} ms`).join(', '))
    expect(lines.map(({ what }) => what)).toEqual([
      'first written',
      'another address',
      'no network at all',
      'the network is back',
      'claimed',
      'back after a restart',
      'somebody else had written it',
      'ended',
    ])
    const timed = lines.filter(({ what }) => what !== 'ended')
    expect(timed.filter(({ ms }) => ms == null || ms > 5_000)).toEqual([])
    expect(timed.filter(({ mode }) => mode !== '600')).toEqual([])
    expect(lines.at(-1)?.code).toBe(0)
  },
)
