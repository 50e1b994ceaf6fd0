import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const STARTS_WITHIN_MS = 60_000

export interface DevServer {
  /** Where it says that the page is. */
  readonly url: string
  /** Where it says that the list of pretend hosts is. */
  readonly hostsUrl: string
  stop(): Promise<void>
}

/** Nothing outlives the test that started it, however that ended: with its input ends the whole group. */
const LEASH = '(npm run dev -- "$@"; kill 0) & cat > /dev/null; kill 0'

/** Runs `npm run dev` as people do, and reads where the page is from what it prints. */
export async function startDevServer(...args: readonly string[]): Promise<DevServer> {
  const child = spawn('sh', ['-c', LEASH, 'sh', ...args], {
    cwd: ROOT,
    env: surroundings(),
    stdio: 'pipe',
    // A group of its own, so that `kill 0` ends nobody else.
    detached: true,
  })
  try {
    const said = await untilSaid(child, /Pretend hosts: \S+/)
    const [, url = ''] = /Local: +(\S+)/.exec(said) ?? []
    const [, hostsUrl = ''] = /Pretend hosts: (\S+)/.exec(said) ?? []
    return { url, hostsUrl, stop: () => end(child) }
  } catch (error) {
    await end(child)
    throw error
  }
}

// What the tests' own Vite has set would make another server of it.
function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_ENV$|VITE|FORCE_COLOR$)/.test(name))
  return { ...Object.fromEntries(kept), NO_COLOR: '1' }
}

function untilSaid(child: ChildProcess, what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string): void => {
      clearTimeout(timer)
      reject(new Error(`npm run dev ${why}. It said: ${said}`))
    }
    const timer = setTimeout(fail, STARTS_WITHIN_MS, `did not start within ${STARTS_WITHIN_MS} ms`)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (!what.test(said)) return
      clearTimeout(timer)
      resolve(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', ({ message }) => {
      fail(message)
    })
    child.once('exit', () => {
      fail('ended')
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  // Not `exit`: the shell may be gone before what it has started.
  const ended = once(child, 'close')
  child.stdin?.end()
  await ended
}
