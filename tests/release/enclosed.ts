import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How a program runs in another system. */
export type Enclosure = {
  /** The folder that is its root. */
  readonly root: string
  /** By number, as in `1000:1000`; root unless said. */
  readonly user?: string
  /** As a container that may do nothing: nothing to write to, no rights, and none to be had. */
  readonly locked?: boolean
  /** What else it sees: a folder of this computer, and where; that can be written to. */
  readonly volumes?: readonly (readonly [from: string, at: string])[]
}

export type Ended = { readonly code: number | null; readonly said: string }
export type Enclosed = {
  readonly ended: Promise<Ended>
  /** What it has said so far, on both channels. */
  readonly soFar: () => string
  /** As an engine ends a container: to the first process, which the system does not end by itself. */
  readonly interrupt: () => void
  readonly kill: () => void
}

/** Lays the mounts, which are gone with the process; the program comes behind `--`. By this computer's own shell. */
const MOUNTS = `set -e
root=$1; locked=$2; shift 2
mount --bind "$root" "$root"
if [ "$locked" = yes ]; then mount -o remount,ro,bind "$root"; fi
mount -t proc proc "$root/proc"
while [ "$1" != -- ]; do mount --bind "$1" "$root$2"; shift 2; done
shift
exec chroot "$root" "$@"`

/** Starts a program in another system, as process 1 there, in the network of this one. */
export function enclosed(enclosure: Enclosure, program: readonly string[]): Enclosed {
  const { root, user = '0:0', locked = false, volumes = [] } = enclosure
  const [uid = '', gid = ''] = user.split(':')
  const rights = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all']
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...(locked ? rights : [])]
  const inside = [root, locked ? 'yes' : 'no', ...volumes.flat(), '--', ...become, ...program]
  const outside = ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', MOUNTS, 'sh', ...inside]
  const child = spawn('unshare', outside, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/',
      DEBIAN_FRONTEND: 'noninteractive',
    },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said }))
  })
  return {
    ended,
    soFar: () => said,
    interrupt: () => process.kill(firstInside(child), 'SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Its number outside: `unshare` waits for it and passes nothing on. */
function firstInside({ pid = 0 }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim())
}

/** Runs a program in another system to its end, and returns what it said. Rejects where it does not end with 0. */
export async function says(enclosure: Enclosure, ...program: readonly string[]): Promise<string> {
  const { code, said } = await enclosed(enclosure, program).ended
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}:\n${said}`)
  return said.trim()
}
