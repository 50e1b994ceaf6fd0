// Runs in a network namespace of its own: a server with the command beside it, whose network changes under them. Prints
// what happened and how long the page took to say so, a line of JSON each.
import { execFileSync } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startHost } from '../../src/mocks/http-host.ts'
import { parseStamp } from '../../src/stamp/read-stamp.ts'
import type { Stamp } from '../../src/stamp/stamp.ts'

const [program = ''] = process.argv.slice(2)
const ip = (...args: string[]): void => void execFileSync('ip', args, { stdio: 'inherit' })
ip('link', 'set', 'lo', 'up')
ip('link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'switch0')
ip('link', 'set', 'switch0', 'up')
ip('addr', 'add', '192.168.60.10/24', 'dev', 'eth0')
ip('link', 'set', 'eth0', 'up')

const folder = mkdtempSync(join(tmpdir(), 'watch-'))
const file = join(folder, 'Setup Plex.html')
const host = await startHost({ behaviour: 'unclaimed', address: '0.0.0.0', port: 32400 })
const child = spawn(program, ['write', '--watch', '--out', file], { stdio: ['ignore', 'inherit', 'inherit'] })
const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))

function stampNow(): Stamp | null {
  try {
    const text = readFileSync(file, 'utf8')
    return parseStamp(/id="setup-stamp" type="application\/json">(.*?)<\/script>/s.exec(text)?.[1])
  } catch {
    return null
  }
}

/** Waits until the page satisfies, and tells how long that took since now, ms; null where it never did. */
async function tell(what: string, holds: (stamp: Stamp) => boolean): Promise<void> {
  const startedMs = performance.now()
  let ms: number | null = null
  while (ms === null && performance.now() - startedMs < 12_000) {
    const stamp = stampNow()
    if (stamp !== null && holds(stamp)) ms = performance.now() - startedMs
    else await pause(50)
  }
  process.stdout.write(`${JSON.stringify({ what, ms, mode: (statSync(file).mode & 0o777).toString(8) })}\n`)
}
const writtenAt = (): number => stampNow()?.writtenAtMs ?? 0

await tell('first written', ({ addresses }) => addresses.join() === 'http://192.168.60.10:32400')
ip('addr', 'add', '192.168.60.40/24', 'dev', 'eth0')
ip('addr', 'del', '192.168.60.10/24', 'dev', 'eth0')
// Taking the first away takes the others of its network with it, as DHCP does.
ip('addr', 'replace', '192.168.60.40/24', 'dev', 'eth0')
await tell('another address', ({ addresses }) => addresses.join() === 'http://192.168.60.40:32400')
ip('link', 'set', 'eth0', 'down')
ip('addr', 'flush', 'dev', 'eth0')
await tell('no network at all', ({ addresses }) => addresses.length === 0)
ip('link', 'set', 'eth0', 'up')
ip('addr', 'replace', '192.168.60.41/24', 'dev', 'eth0')
await tell('the network is back', ({ addresses }) => addresses.join() === 'http://192.168.60.41:32400')

let before = writtenAt()
host.approve(host.machineIdentifier())
await tell('claimed', ({ writtenAtMs }) => (writtenAtMs ?? 0) > before)
before = writtenAt()
await host.stop()
await pause(3_000)
await host.start()
await tell('back after a restart', ({ writtenAtMs }) => (writtenAtMs ?? 0) > before)
writeFileSync(file, 'what the server itself writes when it starts')
await tell('somebody else had written it', ({ addresses }) => addresses.length === 1)
child.kill('SIGTERM')
process.stdout.write(`${JSON.stringify({ what: 'ended', code: await exited })}\n`)
rmSync(folder, { recursive: true })
process.exit(0)
