import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Diagnostic = { readonly filename: string; readonly code: string }

/**
 * Lints these files (path → text) in a directory of their own, with this project's rules and compiler
 * settings. Gives back the names of the rules that fired, once per finding, for each path.
 */
export async function lint(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-plex-lint-'))
  try {
    await Promise.all(
      ['.oxlintrc.json', 'tsconfig.json'].map((name) => copyFile(join(ROOT, name), join(folder, name))),
    )
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const { diagnostics } = JSON.parse(await outputOf(folder)) as { diagnostics: readonly Diagnostic[] }
    const fired = new Map([...files.keys()].map((path): [string, string[]] => [path, []]))
    for (const { filename, code } of diagnostics) fired.get(filename.replaceAll('\\', '/'))?.push(code)
    return fired
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function outputOf(folder: string): Promise<string> {
  const binary = join(ROOT, 'node_modules/oxlint/bin/oxlint')
  const args = [
    binary,
    '--format',
    'json',
    'src',
    'tests',
    'vite.config.ts',
    '--no-error-on-unmatched-pattern',
  ]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // It ends with 1 when it found something.
      if (error !== null && error.code !== 1) reject(new Error(`oxlint: ${stderr}${stdout}`))
      else resolve(stdout)
    })
  })
}
