import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, mergeConfig, type InlineConfig, type Rolldown } from 'vite'
import { CLASS_NAMES } from './class-names.ts'
import { UNWARNED } from './unwarned.ts'

/** The project's folder, with a slash at its end. */
export const ROOT = `${dirname(dirname(dirname(fileURLToPath(import.meta.url))))}/`

/** What else is built than the page looks at nothing but what it is told, whatever the environment says. */
const USUAL: InlineConfig = {
  root: ROOT,
  configFile: false,
  mode: 'production',
  logLevel: 'warn',
  envDir: false,
  envPrefix: 'VITE_ACCOUNT_ORIGIN',
  css: CLASS_NAMES,
  build: { write: false, cssCodeSplit: false, copyPublicDir: false },
}

/** Builds one script from `entry`, a path in the project, and writes it nowhere. */
export async function oneScript(entry: string, more: InlineConfig): Promise<Rolldown.OutputChunk> {
  const config = mergeConfig(
    mergeConfig(USUAL, { build: { rolldownOptions: { checks: UNWARNED, input: `${ROOT}${entry}` } } }),
    more,
  )
  const environment = process.env['NODE_ENV']
  // Vite, Lingui and React's plugin believe a mode that they find.
  process.env['NODE_ENV'] = 'production'
  try {
    const built = await build(config)
    const [chunk] = [built]
      .flat()
      .flatMap((result) => ('output' in result ? result.output : []))
      .filter((file) => file.type === 'chunk')
    if (chunk === undefined) throw new Error(`${entry} was not built`)
    return chunk
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = environment
  }
}
