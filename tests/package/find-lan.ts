// Runs in network and mount namespaces of its own: a computer in three home networks with servers in them, which runs
// the command. Prints what came of each run, a line of JSON each.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  CONTAINED,
  FIVE,
  GARBAGE,
  ipOf,
  ownIp,
  SIXTH,
  type FindOrder,
  type FindRun,
  type Place,
} from './find-places.ts'

const { programs, still } = JSON.parse(process.argv[2] ?? '{}') as FindOrder
const HOST = fileURLToPath(new URL('find-host.ts', import.meta.url))
const run = promisify(execFile)
const ip = (...args: string[]) => run('ip', args)

async function plugOwn(network: number): Promise<void> {
  await ip(
    'link',
    'add',
    `lan${network}`,
    'type',
    'veth',
    'peer',
    'name',
    `own${network}`,
    'netns',
    'switches',
  )
  await ip('addr', 'add', `${ownIp(network)}/24`, 'dev', `lan${network}`)
  await ip('-n', 'switches', 'link', 'set', `own${network}`, 'master', `switch${network}`, 'up')
  await ip('link', 'set', `lan${network}`, 'up')
}

/** Connects a host to its networks and starts it; resolves when it is there. */
async function hostAt(place: Place): Promise<ChildProcess> {
  const space = `host-${place.machineIdentifier.charAt(0)}`
  await ip('netns', 'add', space)
  await ip('-n', space, 'link', 'set', 'lo', 'up')
  for (const network of place.networks) {
    const port = `${place.machineIdentifier.charAt(0)}-${network}`
    await ip(
      '-n',
      space,
      'link',
      'add',
      `eth${network}`,
      'type',
      'veth',
      'peer',
      'name',
      port,
      'netns',
      'switches',
    )
    await ip('-n', space, 'addr', 'add', `${ipOf(place, network)}/24`, 'dev', `eth${network}`)
    await ip('-n', space, 'link', 'set', `eth${network}`, 'up')
    await ip('-n', 'switches', 'link', 'set', port, 'master', `switch${network}`, 'up')
  }
  const inside = ['netns', 'exec', space, process.execPath, '--import', 'tsx', HOST, JSON.stringify(place)]
  const child = spawn('ip', inside, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve()
    })
    child.once('exit', (code) => {
      reject(new Error(`${place.name} ended with ${code}`))
    })
  })
  return child
}

function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}

/** Runs the command, one program after the other; `meanwhile` begins when it has begun to ask. */
async function find(
  what: string,
  args: readonly string[],
  meanwhile = () => Promise.resolve(),
): Promise<void> {
  for (const program of programs) await findWith(program, what, args, meanwhile)
}

async function findWith(
  program: string,
  what: string,
  args: readonly string[],
  meanwhile: () => Promise<void>,
): Promise<void> {
  const startedMs = performance.now()
  const child = spawn(program, ['find', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, progress, askedMs, peakMb] = ['', '', 0, 0]
  let foundMs: number | null = null
  let busy = Promise.resolve()
  const watching = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child))), 100)
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  createInterface(child.stderr).on('line', (line) => {
    progress += `${line}\n`
    if (line.startsWith('Found ')) foundMs = performance.now() - askedMs
    if (!line.startsWith('Asking ')) return
    askedMs = performance.now()
    busy = meanwhile()
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watching)
  await busy
  const ended: FindRun = {
    what,
    program,
    code,
    said,
    progress,
    foundMs,
    tookMs: performance.now() - startedMs,
    peakMb,
  }
  process.stdout.write(`${JSON.stringify(ended)}\n`)
}

/** Networks go down, go away and come up while it asks. */
async function findWhileNetworksChange(): Promise<void> {
  await find('changing', ['--timeout', '3', '--json'], async () => {
    await pause(100)
    await ip('link', 'set', 'lan1', 'down')
    await ip('link', 'del', 'lan2')
    await pause(600)
    await plugOwn(4)
    await pause(600)
    await ip('link', 'set', 'lan1', 'up')
  })
  await find('flapping', ['--timeout', '3', '--json'], async () => {
    for (let times = 0; times < 10; times += 1) {
      await ip('link', 'set', 'lan1', times % 2 === 0 ? 'down' : 'up')
      await pause(270)
    }
  })
  for (const network of [1, 3]) await ip('link', 'del', `lan${network}`)
  await find('unswept', ['--timeout', '0.5', '--json'])
  await find('swept', ['--timeout', '0.5', '--json', '--sweep'])
  await ip('link', 'del', 'lan4')
  await ip('link', 'set', 'lo', 'down')
  await find('no network', ['--timeout', '0.5', '--json'])
}

await run('mkdir', ['-p', '/run/netns'])
await run('mount', ['-t', 'tmpfs', 'tmpfs', '/run/netns'])
await ip('link', 'set', 'lo', 'up')
await ip('netns', 'add', 'switches')
for (const network of [1, 2, 3, 4]) {
  await ip('-n', 'switches', 'link', 'add', `switch${network}`, 'type', 'bridge')
  await ip('-n', 'switches', 'link', 'set', `switch${network}`, 'up')
}
for (const network of [1, 2, 3]) await plugOwn(network)
await find('nobody', ['--timeout', '1'])

const hosts = await Promise.all([...FIVE, SIXTH, CONTAINED, GARBAGE].map(hostAt))
await find('five', ['--timeout', '2', '--json'])
await find('table', ['--timeout', '1'])
if (!still) await findWhileNetworksChange()
for (const host of hosts) host.disconnect()
