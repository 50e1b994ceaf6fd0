// @vitest-environment node
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const PROGRAM = fileURLToPath(new URL('../browser/network/ports-taken.ts', import.meta.url))
const PORTS = [32400, 8888, 5173, 32480]

const ASKING = `
  const { connect } = require('node:net')
  for (const port of [${PORTS.join()}]) {
    const socket = connect(port, '127.0.0.1', () => { console.log(port); socket.destroy() })
    socket.on('error', () => {})
  }
  process.exitCode = 7`

test('a command finds every usual port taken, and its end is told', async () => {
  const command = ['--import', 'tsx', PROGRAM, process.execPath, '-e', ASKING]
  const ended = await run(process.execPath, command).catch((error: unknown) => error)
  expect(ended).toMatchObject({ code: 7 })
  const { stdout } = ended as { readonly stdout: string }
  expect(stdout.trim().split('\n').toSorted()).toEqual(PORTS.map(String).toSorted())
})
