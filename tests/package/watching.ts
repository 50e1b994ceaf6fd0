import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { NAMESPACES } from '../browser/network/namespaces.ts'

const run = promisify(execFile)
const SCRIPT = fileURLToPath(new URL('watch-lan.ts', import.meta.url))

type Followed = {
  readonly what: string
  readonly ms?: number | null
  readonly mode?: string
  readonly code?: number
}

/** What `write --watch` made of a server whose network changes. */
export async function followed(program: string): Promise<readonly Followed[]> {
  const [unshare, ...options] = NAMESPACES
  const { stdout } = await run(unshare, [...options, process.execPath, '--import', 'tsx', SCRIPT, program])
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Followed)
  console.log(lines.map(({ what, ms }) => `${what}: ${ms?.toFixed(0) ?? '–'} ms`).join(', '))
  return lines
}

/** It followed each change within 5 s, and ended when it was told to. */
export function expectFollowed(lines: readonly Followed[]): void {
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
}
