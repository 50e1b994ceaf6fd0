import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import { build, type Rolldown } from 'vite'
import { BUILT_FOR, targetsOf } from './browsers/built-for.ts'
import { leftOut } from './left-out.ts'
import { linguiMacros } from './lingui-macros.ts'
import { usedWordsAlone } from './used-words.ts'

const ROOT = `${dirname(dirname(dirname(fileURLToPath(import.meta.url))))}/`
const standIn = (name: string): string => `${ROOT}src/first-look/stand-ins/${name}.ts`

/**
 * Builds the first look: the wizard and its pages as one classic script for old browsers. Preact draws it. It holds the
 * words that it says and no others. An entry of their own lets tests draw the same pages with facts of theirs.
 */
export async function buildFirstLook(entry = 'src/first-look/first-look.tsx'): Promise<Rolldown.OutputChunk> {
  const environment = process.env['NODE_ENV']
  // Vite and Lingui believe a value that they find.
  process.env['NODE_ENV'] = 'production'
  const built = await build({
    root: ROOT,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    envDir: false,
    envPrefix: 'VITE_ACCOUNT_ORIGIN',
    plugins: [leftOut(), linguiMacros(), lingui(), usedWordsAlone()],
    define: { 'import.meta.env.VITE_FIRST_LOOK': '"yes"' },
    resolve: {
      alias: [
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: standIn('react') },
        { find: /^@lingui\/core$/, replacement: standIn('lingui-core') },
        { find: /^@lingui\/react$/, replacement: standIn('lingui-react') },
        { find: /^react-router-dom$/, replacement: standIn('react-router-dom') },
      ],
    },
    build: {
      write: false,
      target: targetsOf(BUILT_FOR.firstLook),
      // Its styles are the app's.
      cssCodeSplit: false,
      modulePreload: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: `${ROOT}${entry}`,
        output: { format: 'iife' },
        // Patterns that nobody uses would stay: for old browsers the compiler makes calls of them.
        treeshake: { manualPureFunctions: ['RegExp'] },
      },
    },
  })
  if (environment === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = environment
  const [chunk] = [built]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .filter((file) => file.type === 'chunk')
  if (chunk === undefined) throw new Error('the first look was not built')
  return chunk
}
