// @vitest-environment node
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startHostFrom } from '../../src/demo/free-port-host.ts'
import { startHost } from '../../src/mocks/http-host.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function demo(...args: string[]): Promise<{ code: number | null; said: string; complained: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/demo/demo.ts', ...args], {
      cwd: ROOT,
      // What the surroundings print about themselves is not the demo's.
      env: { PATH: process.env['PATH'] },
    })
    let [said, complained] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, said, complained })
    })
  })
}

const SENTENCE = /^[^\n]+\.\n$/

test('a dead address: one sentence, exit code 1, nothing built', { timeout: 60_000 }, async () => {
  const dead = await startHost({ behaviour: 'refusing' })
  const { code, said, complained } = await demo('--server', dead.origin)
  expect({ code, said }).toEqual({ code: 1, said: '' })
  expect(complained).toMatch(SENTENCE)
  expect(complained).toContain(`Nothing listens at ${dead.origin}`)
})

test('something else at the address: one sentence, exit code 1', { timeout: 60_000 }, async () => {
  const printer = await startHost({ behaviour: 'printer' })
  try {
    const { code, complained } = await demo('--server', printer.origin)
    expect(code).toBe(1)
    expect(complained).toBe(`Something answers at ${printer.origin}, but no media server.\n`)
  } finally {
    await printer.stop()
  }
})

test.each([[['--server', 'not an address']], [['--server']], [['--what']], [['extra']]])(
  'demo %j: one sentence, exit code 1',
  { timeout: 60_000 },
  async (args) => {
    const { code, said, complained } = await demo(...args)
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(complained).toMatch(SENTENCE)
  },
)

test('the pretend server moves on when its port is taken', async () => {
  const taken = await startHost({ behaviour: 'unclaimed' })
  const host = await startHostFrom(taken.port, { behaviour: 'unclaimed' })
  try {
    expect(host?.port).toBeGreaterThan(taken.port)
  } finally {
    await Promise.all([taken.stop(), host?.stop()])
  }
})
