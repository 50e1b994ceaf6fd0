import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { addressMarks } from './address-marks.ts'
import { inProduction } from './in-production.ts'
import { leftOut } from './left-out.ts'
import { linguiMacros } from './lingui-macros.ts'

const ROOT = `${dirname(dirname(dirname(fileURLToPath(import.meta.url))))}/`

/** The markup of each picture, from the app's own components, with marks in it (`src/painter/marks.ts`). */
export async function drawPictures(): Promise<Readonly<Record<string, string>>> {
  const built = await inProduction(() =>
    build({
      root: ROOT,
      configFile: false,
      mode: 'production',
      logLevel: 'warn',
      envDir: false,
      envPrefix: 'VITE_ACCOUNT_ORIGIN',
      plugins: [leftOut(), addressMarks(), linguiMacros(), lingui(), react()],
      resolve: {
        alias: [
          { find: /^react-router-dom$/, replacement: `${ROOT}src/first-look/stand-ins/react-router-dom.ts` },
        ],
      },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: false,
        cssCodeSplit: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: `${ROOT}src/painter/drawing.tsx`,
          preserveEntrySignatures: 'strict',
          output: { format: 'iife', name: 'drawing' },
        },
      },
    }),
  )
  const [chunk] = [built]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .filter((file) => file.type === 'chunk')
  if (chunk === undefined) throw new Error('nothing draws the pictures')
  // What the components look at while they draw.
  const window = { location: { origin: 'http://page.invalid', pathname: '/', hash: '#/' } }
  const context = createContext({
    window,
    navigator: {},
    performance,
    URL,
    URLSearchParams,
    TextEncoder,
    MessageChannel: NoChannel,
    setTimeout,
    queueMicrotask,
  })
  runInContext(chunk.code, context)
  return runInContext('drawing.drawPictures()', context) as Record<string, string>
}

/** Drawing into text waits for nothing; a real channel would keep the program that builds the page alive. */
class NoChannel {
  readonly port1 = {}
  readonly port2 = { postMessage: (): void => undefined }
}
