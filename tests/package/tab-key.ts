import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { program } from './command.ts'

const run = promisify(execFile)

/** A shell with a person at it, in a folder with files and folders. */
export type PersonAtShell = {
  /** What the line says after these letters and the Tab key. */
  readonly tab: (typed: string) => Promise<string>
  readonly leave: () => Promise<void>
}

const CLEAR_LINE = '\u0015'
const TAB = '\t'
/** A key that tells the line. */
const TELL = '\u0007'
const WITHIN_MS = 15_000

/** What each shell reads when it starts: the line of the documents, a key that tells the line, and a prompt. */
const START = {
  bash: `eval "$(setup-plex completion bash)"
    tell() { printf '%s' "$READLINE_LINE" > told.part && mv told.part told; }
    bind -x '"\\C-g": tell'
    PS1='READY> '`,
  zsh: `autoload -Uz compinit && compinit -u -d dump
    eval "$(setup-plex completion zsh)"
    tell() { print -rn -- "$BUFFER" > told.part && mv told.part told }
    zle -N tell && bindkey '^G' tell
    PS1='READY> '`,
} as const
const ZSH_FROM_FOLDER = START.zsh
  .replace(/^/, 'fpath=($PWD/functions $fpath)\n')
  .replace('eval "$(setup-plex completion zsh)"', '')

export async function personAtBash(): Promise<PersonAtShell> {
  const folder = await folderWithFiles()
  await writeFile(join(folder, '.rc'), START.bash)
  return personAt('bash --noprofile --rcfile .rc -i', folder)
}

export async function personAtZsh(): Promise<PersonAtShell> {
  const folder = await folderWithFiles()
  await writeFile(join(folder, '.zshrc'), START.zsh)
  return personAt('zsh -d -i', folder)
}

/** With what is printed kept in a file. */
export async function personAtZshWithFile(): Promise<PersonAtShell> {
  const folder = await folderWithFiles()
  await writeFile(join(folder, '.zshrc'), ZSH_FROM_FOLDER)
  await mkdir(join(folder, 'functions'))
  const { stdout } = await run(program(), ['completion', 'zsh'])
  await writeFile(join(folder, 'functions/_setup-plex'), stdout)
  return personAt('zsh -d -i', folder)
}

/** A shell at a terminal, which `script` gives it. */
async function personAt(shell: string, folder: string): Promise<PersonAtShell> {
  const child = spawn('script', ['-qfec', shell, '/dev/null'], { cwd: folder, env: envIn(folder) })
  const ended = new Promise((resolve) => child.on('close', resolve))
  let shown = ''
  child.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  await eventually(
    () => Promise.resolve(shown.includes('READY> ')),
    () => shown,
  )
  const told = join(folder, 'told')
  return {
    tab: async (typed) => {
      await rm(told, { force: true })
      child.stdin.write(CLEAR_LINE + typed + TAB + TELL)
      let line = ''
      await eventually(
        async () => {
          line = await readFile(told, 'utf8')
          return true
        },
        () => shown,
      )
      return line
    },
    leave: async () => {
      child.kill()
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

/** fish says by itself what it would offer. What is offered alone stands on the line after the Tab key. */
export async function personAtFish(): Promise<PersonAtShell> {
  const folder = await folderWithFiles()
  return {
    tab: async (typed) => {
      const script = 'setup-plex completion fish | source; complete --escape -C $argv[1]'
      const { stdout } = await run('fish', ['--no-config', '-c', script, typed], {
        cwd: folder,
        env: envIn(folder),
      })
      const offered = stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t', 1)[0] ?? '')
      return offered.length === 1 ? typed.replace(/\S*$/, offered[0] ?? '') : typed
    },
    leave: () => rm(folder, { recursive: true }),
  }
}

async function folderWithFiles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-shell-'))
  await writeFile(join(folder, 'page.html'), '')
  for (const name of ['plex-data', 'a folder']) await mkdir(join(folder, name))
  return folder
}

function envIn(folder: string): Readonly<Record<string, string>> {
  const path = [dirname(program()), process.env['PATH'] ?? ''].join(delimiter)
  return { PATH: path, HOME: folder, ZDOTDIR: folder, TERM: 'xterm', LC_ALL: 'C.UTF-8' }
}

async function eventually(isSo: () => Promise<boolean>, shown: () => string): Promise<void> {
  const deadline = performance.now() + WITHIN_MS
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`The shell did not answer; it shows:\n${shown()}`)
    await pause(10)
  }
}
