import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'

export type Ended = { readonly code: number | null; readonly said: string; readonly complained: string }

export type Running = {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** What it has said so far, on both channels. */
  readonly soFar: () => string
}

/** The installed program, as a shell finds it, or the one that `npm run package:nodes` wants to see tested. */
export function program(): string {
  return process.env['SETUP_PLEX_PROGRAM'] ?? join(inject('installed'), 'node_modules/.bin/setup-plex')
}

/** Starts the installed command, or another one. What the surroundings print about themselves is not the command's. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  file = program(),
): Running {
  const child = spawn(file, [...args], {
    cwd: inject('installed'),
    env: { PATH: process.env['PATH'] ?? '', HOME: inject('installed'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said, complained }))
  })
  return { child, ended, soFar: () => said + complained }
}

/** Runs the installed command to its end. */
export function command(...args: readonly string[]): Promise<Ended> {
  return start(args).ended
}

/** One sentence, and nothing that only a programmer understands. */
export const SENTENCE = /^[^\n]+[.!?]\n$/
