import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { linguiMacros } from './lingui-macros.ts'
import { UNWARNED } from './unwarned.ts'

/** As package.json names it. */
const MANUAL = 'setup-plex.1'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type PackageFacts = { readonly version: string; readonly description: string }
type Program = { readonly manualOf: (about: PackageFacts) => string }

/** Puts the page for `man` beside the program that it is about. */
export function manualBeside(): Plugin {
  return {
    name: 'manual-beside',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: MANUAL, source: await manual() })
    },
  }
}

/** Words of the page are in the command as well, so it has to be built before it can say what it takes. */
async function manual(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'setup-plex-manual-'))
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [linguiMacros({ keepsEnglish: true })],
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: {
          checks: UNWARNED,
          input: 'src/cli/manual.ts',
          output: { entryFileNames: 'manual.mjs' },
        },
      },
    })
    const { manualOf } = (await import(pathToFileURL(join(outDir, 'manual.mjs')).href)) as Program
    return manualOf(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as PackageFacts)
  } finally {
    await rm(outDir, { recursive: true })
  }
}
