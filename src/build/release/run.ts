import { spawn } from 'node:child_process'

type Where = { readonly cwd: string; readonly env?: Readonly<Record<string, string>> }

/**
 * Runs a program and resolves to what it printed. What it says about its progress goes to the standard error of this
 * one. Rejects with its name and last words where it fails.
 */
export async function run(program: string, args: readonly string[], { cwd, env }: Where): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const text = Buffer.concat(said).toString()
  if (code === 0) return text
  const last = text.trim().split('\n').slice(-5).join('\n')
  throw new Error(`${[program, ...args].join(' ')} failed${last === '' ? '' : `:\n${last}`}`)
}
