// Does `setup-plex serve` hold 1,000 requests a second with flat memory? The packaged command, a pretend server behind it
// and the load are three processes.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { startHost } from '../../src/mocks/http-host.ts'
import { loadOn, type Load } from './serve-load.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '1050' },
    // Only in the process that makes the load.
    port: { type: 'string' },
  },
})
const [seconds, rate] = [Number(values.seconds), Number(values.rate)]
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const THIS = fileURLToPath(import.meta.url)
const WARM_UP_S = 10
const LOOK_EVERY_S = 5
const [LEAST_PER_SECOND, MOST_GROWTH] = [1_000, 1.2]

if (values.port !== undefined) {
  process.stdout.write(JSON.stringify(await loadOn(Number(values.port), rate, seconds)))
  process.exit(0)
}

execFileSync('npm', ['run', '--silent', 'prepack'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
const host = await startHost({ behaviour: 'unclaimed' })
const serve = spawn(
  process.execPath,
  // Named, so that one client may have all the connections that it asks with.
  [
    'dist-node/setup-plex.js',
    'serve',
    '--server',
    host.origin,
    '--listen',
    '127.0.0.1:0',
    '--proxy',
    '127.0.0.1',
  ],
  { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
)
const port = await portOf(serve)
const run = promisify(execFile)
// Not in one go: the pretend server is in this process.
const megabytes = async (): Promise<number> =>
  Number((await run('ps', ['-o', 'rss=', '-p', String(serve.pid)])).stdout) / 1024
const tell = (line: string): void => void process.stdout.write(`${line}\n`)

tell(`${rate} requests a second, every tenth for the page, after ${WARM_UP_S} s of the same`)
tell(`memory at the start: ${(await megabytes()).toFixed(1)} MB`)
await load(WARM_UP_S)
const warm = await megabytes()
tell(`memory after warming up: ${warm.toFixed(1)} MB`)
const running = load(seconds)
const memory: number[] = []
for (let passed = LOOK_EVERY_S; passed <= seconds; passed += LOOK_EVERY_S) {
  await pause(LOOK_EVERY_S * 1_000)
  memory.push(await megabytes())
  tell(`memory after ${passed} s: ${memory.at(-1)?.toFixed(1)} MB`)
}
const result = await running
const growth = (memory.at(-1) ?? warm) / warm
tell(
  `${result.perSecond.toFixed(0)} requests a second (${result.answered}), ${result.errors} errors, p50 ${result.p50Ms.toFixed(1)} ms, ` +
    `p99 ${result.p99Ms.toFixed(1)} ms, worst ${result.worstMs.toFixed(0)} ms, memory × ${growth.toFixed(2)}`,
)
tell(`the load itself was held up for ${result.heldUpMs.toFixed(0)} ms at worst`)
for (const line of result.wrong) tell(line)

const ended = once(serve, 'exit') as Promise<[number | null]>
serve.kill('SIGINT')
const [code] = await ended
await host.stop()
const holds = [
  [`no errors`, result.errors === 0],
  [`at least ${LEAST_PER_SECOND} requests a second`, result.perSecond >= LEAST_PER_SECOND],
  [`memory grows by less than ${MOST_GROWTH}`, growth < MOST_GROWTH],
  [`Ctrl-C ends it with 0`, code === 0],
] as const
for (const [what, held] of holds) if (!held) tell(`FAILED: ${what}`)
process.exit(holds.every(([, held]) => held) ? 0 : 1)

async function portOf(child: ChildProcess): Promise<number> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const found = /:(\d+)\/\n/.exec(said)?.[1]
    if (found !== undefined) return Number(found)
  }
  throw new Error('setup-plex serve did not say where it is')
}

async function load(forSeconds: number): Promise<Load> {
  const args = ['--port', String(port), '--seconds', String(forSeconds), '--rate', String(rate)]
  const child = spawn(process.execPath, [...process.execArgv, THIS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return JSON.parse(said) as Load
}
